import { toldFigures } from '../../cloudfunctions/_kernel/records/figures'
import { reports } from '../../cloudfunctions/_kernel/records/reports'
import { castUnions } from '../../local/demo/personas'
import type { UnionId } from '../../shared/core/ids'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { dueUnion } from './of-rounds'
import { audited, chair, inOffice, union } from './ready'

const above = castUnions.changxingStreet.id

/** A union of Changxing that closed its round, and so has reported; with whoever checks it. */
export async function reportedUnion(system: TestSystem) {
  const { as, union: below, period } = await dueUnion(system)
  granted(await system.ask(as, 'membership', 'countRoster', { union: below }))
  granted(await system.ask(as, 'membership', 'closeRound', { union: below, period }))
  return { above, below, period, checker: (await inOffice(system, above, 'chair')).as, as }
}

const stateOf = async ({ runtime }: TestSystem, below: UnionId, period: string) =>
  (await runtime.store.get(reports, `${below}:${period}`))?.state

/** 统计、上报. */
export const figureAttempts: Readonly<Record<string, Cases>> = {
  figures: asked(chair, { union }),
  figuresBelow: asked('demo-street', { union: castUnions.street.id, show: 'all' }),
  figuresByReason: asked(chair, { union }),
  monthTable: asked(chair, { union }),
  subsidies: asked(chair, { union }),
  tellRuralStaff: {
    tell: async (system) => {
      const { as, union: told } = await dueUnion(system)
      const effects = async () => ((await system.runtime.store.get(toldFigures, told))?.ruralStaff === 3 ? 1 : 0)
      return { as, input: { union: told, count: 3 }, effects }
    },
  },
  reportsBelow: asked('demo-street', { union: castUnions.street.id }),
  sendReport: {
    'send again what came back': async (system) => {
      const { as, below, period, checker } = await reportedUnion(system)
      const verdict = { kind: 'return', reason: '人数不对' }
      granted(await system.ask(checker, 'membership', 'checkReport', { union: above, below, period, seen: 1, verdict }))
      const effects = () => audited(system, `${below}:${period}`, 'report.send')
      return { as, input: { union: below, period }, effects }
    },
  },
  checkReport: {
    'find it in order': async (system) => {
      const { below, period, checker } = await reportedUnion(system)
      const effects = async () => ((await stateOf(system, below, period)) === 'checked' ? 1 : 0)
      return { as: checker, input: { union: above, below, period, seen: 1, verdict: { kind: 'check' } }, effects }
    },
    'send it back': async (system) => {
      const { below, period, checker } = await reportedUnion(system)
      const effects = async () => ((await stateOf(system, below, period)) === 'returned' ? 1 : 0)
      const verdict = { kind: 'return', reason: '人数不对，请再核对' }
      return { as: checker, input: { union: above, below, period, seen: 1, verdict }, effects }
    },
  },
}
