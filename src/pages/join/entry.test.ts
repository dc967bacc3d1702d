import { ApplicationId, Revision, Scene, UnionId, UnitId, RegionId } from '../../../shared/core/ids'
import { IsoTime, IsoDate } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import { toDraft } from './draft'
import { stepsToMend, type EarlierApplication } from './earlier'
import { enter, type Arrival, type Entry, type Invitation } from './entry'
import {
  answer,
  chosen,
  factory,
  identities,
  letterOf,
  next,
  play,
  posters,
  scanned,
  street,
  today,
} from './flow.fixture'
import { newFlow, type Flow } from './flow'
import { situationOf } from './situation'

const at = IsoTime.parse('2026-11-10T02:00:00.000Z')
const factoryUnit = { kind: 'listed', unit: UnitId.parse('unit-lanyu') } as const

function sent(
  change: Partial<EarlierApplication> = {},
  situation: Situation = { work: 'unit', unit: factoryUnit, establishment: 'regular' },
): EarlierApplication {
  return {
    application: ApplicationId.parse('a1'),
    revision: Revision.parse(2),
    state: 'withdrawn',
    union: { union: UnionId.parse('union-lanyu'), name: '澜屿公司工会' },
    desk: { union: UnionId.parse('union-lanyu'), name: '澜屿公司工会' },
    undecided: false,
    timeline: [{ kind: 'returned', at, reasons: ['手机号需要核对'] }],
    submittedAt: at,
    dueOn: IsoDate.parse('2026-12-01'),
    workingDaysLeft: 7,
    facts: [
      { heading: '所属单位', text: '澜屿公司' },
      { heading: '在哪儿干活', text: '市南区 中山路街道' },
    ],
    route: { sentence: '', clauses: [] },
    letter: { version: 'v', title: '', text: '', agreedAt: at },
    answers: {
      situation,
      retired: false,
      identity: identities.young,
      details: { education: 'college', household: 'rural' },
    },
    canRemind: true,
    ...change,
  }
}

const poster: Invitation = {
  scene: Scene.parse('lanyu-factory'),
  union: { id: UnionId.parse('union-lanyu'), name: '澜屿公司工会', type: '企业工会' },
  unit: {
    unit: UnitId.parse('unit-lanyu'),
    name: '澜屿公司',
    place: '中山路街道',
    region: RegionId.parse('370202005'),
    unitKind: '私营企业',
    agency: false,
    unionised: true,
  },
  near: false,
}

const arrive = (change: Partial<Arrival>): Entry => enter({ today, mend: false, resume: false, ...change })
const flowOf = (entry: Entry): Flow => {
  if (entry.kind !== 'flow') throw new Error(`entered as ${entry.kind}`)
  return entry.flow
}

describe('opening the join page', () => {
  test('with nothing known begins at the start, with a poster at the first question', () => {
    expect(flowOf(arrive({})).step).toBe('start')
    expect(flowOf(arrive({ invitation: poster })).step).toBe('work')
  })

  test('a union’s own poster tells where somebody works; a factory’s does not, nor does one that hangs for a whole district', () => {
    const { unit: _unit, ...ownPoster } = poster
    const region = { id: street.region, name: street.name }
    const place = (invitation: Invitation) => {
      const { origin } = flowOf(arrive({ invitation }))
      return origin.kind === 'invitation' ? origin.place : undefined
    }
    expect(place({ ...ownPoster, region, near: true })).toEqual(street)
    expect(place({ ...ownPoster, region, near: false })).toBeUndefined()
    expect(place({ ...poster, region, near: true })).toBeUndefined()
  })

  test('a known user whose poster names the unit sees the union at once and is three acts from the check page', () => {
    const flow = flowOf(arrive({ invitation: poster, earlier: sent() }))
    expect(flow.step).toBe('route')
    expect(
      play(flow, { type: 'choose', chosen: chosen('union-lanyu') }, { type: 'agree', agreed: letterOf('union-lanyu') })
        .step,
    ).toBe('check')
  })

  test('a known user at another poster is asked about work and nothing else', () => {
    const earlier = sent({}, { work: 'other', note: '学生', workRegion: street.region })
    const flow = flowOf(arrive({ invitation: poster, earlier }))
    expect(flow.step).toBe('work')
    expect(play(flow, answer({ work: 'unit' }), next).step).toBe('route')
  })

  test.each(['submitted', 'returned'] as const)('an application that is %s comes before anything new', (state) => {
    expect(arrive({ invitation: poster, earlier: sent({ state }) }).kind).toBe('application')
  })
})

describe('a draft', () => {
  const left = play(
    scanned(posters.factory),
    answer({ work: 'unit' }),
    next,
    answer({ identity: { ...identities.young, mobile: '' } }),
  )
  const draft = toDraft(left)

  test('is offered: 接着填 or 重新填', () => {
    expect(arrive({ draft })).toMatchObject({ kind: 'offer', left: { step: 'identity' }, fresh: { step: 'start' } })
  })

  test('goes on at once from the first page’s 接着填 and from the same poster', () => {
    expect(arrive({ draft, resume: true })).toMatchObject({ kind: 'flow', flow: { step: 'identity' }, fresh: {} })
    expect(arrive({ draft, invitation: poster })).toMatchObject({
      kind: 'flow',
      flow: { step: 'identity' },
      fresh: {},
    })
  })

  test('at another poster asks about work anew and keeps who I am', () => {
    const other = { ...poster, scene: Scene.parse('another-poster') }
    const flow = flowOf(arrive({ draft, invitation: other }))
    expect(flow.step).toBe('work')
    expect(flow.answers.identity.name).toBe('王建平')
  })

  test('that holds nothing, or that cannot be read, is not offered', () => {
    expect(arrive({ draft: toDraft(newFlow(today)) }).kind).toBe('flow')
    expect(flowOf(arrive({ draft: { step: 'x', answers: { old: true } } })).step).toBe('start')
  })
})

describe('mending a returned application', () => {
  const returned = sent({ state: 'returned', returnedFor: { reasons: ['mobile', 'signature'], note: '少一位' } })

  test('opens at the first page that the union named, with everything else as it was sent', () => {
    const flow = flowOf(arrive({ earlier: returned, mend: true }))
    expect([flow.step, flow.toMend]).toEqual(['identity', ['identity', 'letter']])
    expect(flow.mending).toMatchObject({ application: 'a1', seen: 2, reasons: ['手机号需要核对'], note: '少一位' })
    expect(flow.answers.units.unit?.name).toBe(factory.name)
  })

  test('passes the union and the letter again before the check page', () => {
    const flow = flowOf(arrive({ earlier: returned, mend: true }))
    const mended = play(flow, answer({ identity: identities.old, retired: false }), next)
    expect(mended.step).toBe('route')
    const consented = play(mended, { type: 'choose', chosen: chosen('u') }, { type: 'agree', agreed: letterOf('u') })
    expect([consented.step, consented.toMend]).toEqual(['check', []])
  })

  test('goes on where it was left', () => {
    const flow = play(flowOf(arrive({ earlier: returned, mend: true })), next)
    const again = arrive({ earlier: returned, resume: true, draft: toDraft(flow) })
    expect(again).toMatchObject({
      kind: 'flow',
      flow: { step: 'route', mending: { application: 'a1' } },
      fresh: { step: 'identity' },
    })
  })

  test('that is not returned any more shows the application instead', () => {
    expect(arrive({ earlier: sent({ state: 'submitted' }), mend: true }).kind).toBe('application')
  })

  test.each([
    [['name'], ['identity']],
    [['number', 'mobile', 'duplicate'], ['identity']],
    [['unit'], ['unit']],
    [
      ['signature', 'unit'],
      ['unit', 'letter'],
    ],
    [['other'], []],
  ] as const)('the reasons %j mean the pages %j', (reasons, steps) => {
    const facts = {
      today,
      origin: { kind: 'returned' } as const,
      toMend: [],
      answers: { work: 'unit' as const, units: { unit: factory }, identity: identities.young },
    }
    expect(stepsToMend(reasons, facts)).toEqual(steps)
  })
})

describe('what was sent comes back as it was answered', () => {
  const byHand = { kind: 'by-hand', name: '老王面馆', region: street.region } as const
  const situations: readonly Situation[] = [
    { work: 'unit', unit: factoryUnit, establishment: 'regular' },
    { work: 'dispatched', agency: byHand, userUnit: factoryUnit },
    { work: 'outsourced', employer: byHand, host: factoryUnit },
    { work: 'platform', industry: 'delivery', workRegion: street.region },
    { work: 'platform', industry: 'delivery', workRegion: street.region, employer: factoryUnit },
    { work: 'several', jobs: [factoryUnit, byHand], workRegion: street.region, industry: 'catering' },
    { work: 'seconded', home: factoryUnit, host: byHand, months: 8 },
    { work: 'owner', unit: byHand },
    { work: 'other', note: '在校学生', workRegion: street.region },
  ]
  test.each(situations)('$work', (situation) => {
    const returned = sent({ state: 'returned', returnedFor: { reasons: ['mobile'] } }, situation)
    const flow = flowOf(arrive({ earlier: returned, mend: true }))
    expect(flow.step).toBe('identity')
    expect(situationOf(flow)).toEqual(situation)
  })
})
