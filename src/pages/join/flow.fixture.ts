import { RegionId, Scene, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import type { Answers, NamedUnit, Origin, TypedIdentity } from './answers'
import { newFlow, reduceFlow, type Change, type Flow, type FlowEvent } from './flow'

export const today = IsoDate.parse('2026-11-20')

const unit = (id: string, name: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  reference: { kind: 'listed', unit: UnitId.parse(id) },
  name,
  region: RegionId.parse('370202005'),
  place: '市南区中山路街道',
  unitKind: '私营企业',
  agency: false,
  ...more,
})

export const factory = unit('unit-lanyu', '澜屿公司')
export const agency = unit('unit-yuefan', '樾帆人力', { unitKind: '劳务派遣单位', agency: true })
export const school = unit('unit-school', '第一中学', { unitKind: '事业单位' })
export const station = unit('unit-station', '中山路站', { industry: 'delivery' })
export const byHand: NamedUnit = {
  reference: { kind: 'by-hand', name: '老王面馆', region: RegionId.parse('370202005') },
  name: '老王面馆',
  region: RegionId.parse('370202005'),
  place: '中山路街道',
}
export const street = { region: RegionId.parse('370202005'), name: '中山路街道' }

export const posters = {
  factory: invitation('lanyu-factory', 'union-lanyu', { unit: factory }),
  agency: invitation('yuefan-agency', 'union-yuefan', { unit: agency }),
  school: invitation('school-poster', 'union-school', { unit: school }),
  newForm: invitation('zhongshanlu-newform', 'union-newform', { place: street }),
} as const

function invitation(scene: string, union: string, more: { unit?: NamedUnit; place?: typeof street }): Origin {
  return { kind: 'invitation', scene: Scene.parse(scene), union: UnionId.parse(union), unionName: '工会', ...more }
}

const typed = { name: '王建平', document: 'resident', mobile: '15420260103' } as const
export const identities = {
  /** Born in 1949: asked about retirement. */
  old: { ...typed, number: '11010519491231002X' },
  /** Born in 1990: nobody asks. */
  young: { ...typed, number: '370202199003070011' },
  wrong: { ...typed, number: '370202199003070010' },
  empty: { name: '', document: 'resident', number: '', mobile: '' },
} as const satisfies Record<string, TypedIdentity>

export const letterOf = (union: string) => ({
  union: UnionId.parse(union),
  letterVersion: 'letter-current-1',
  privacyVersion: 'privacy-2026-11-2',
  form: 'tick' as const,
})
export const chosen = (union: string): NonNullable<Answers['chosen']> => ({
  choice: { kind: 'offered', union },
  handler: UnionId.parse(union),
  handlerName: '澜屿公司工会',
})

/** Plays events one after the other. */
export function play(flow: Flow, ...events: readonly FlowEvent[]): Flow {
  return events.reduce(reduceFlow, flow)
}

export function scanned(origin: Origin): Flow {
  return newFlow(today, origin)
}

export const answer = (change: Change): FlowEvent => ({ type: 'answer', change })
export const next: FlowEvent = { type: 'next' }
