import { committees } from '../../_kernel/records/union-registry'
import { officers, unions } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { UnionId } from '../../../shared/core/ids'
import { unionEvents } from '../../_kernel/records/union-events'
import { papersOf, street, upper } from '../../membership/events/events.fixture'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import {
  approvedFounding,
  newChair,
  reElection,
  sentUp,
  three,
  approve,
  historyOf,
  pageOf,
  start,
  factory,
  factoryChair,
  invited,
  sentFounding,
} from './applications.fixture'
import { tasks } from '../../_kernel/records/tasks'
import { png } from '../../_kernel/files/pictures.fixture'
import { castUnions } from '../../../local/demo/personas'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('换届、补选、撤销', () => {
  test('a chair who is elected again goes on in the new term without a code; a deputy who is not leaves', async () => {
    const { union } = await approvedFounding(system)
    const [chair, deputy] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'deputy')]
    await system.verifyPhone(chair.as, '15420771301')
    const body = { ...reElection, posts: [{ ...newChair, mobile: '15420771301' }] }
    const application = await sentUp(system, { as: chair.as, union, body })
    const { grants } = granted(await approve(system, application))
    expect(grants).toEqual([])
    expect((await system.runtime.store.get(officers, chair.officer))?.until).toBe('2029-11-16T16:00:00.000Z')
    expect((await system.runtime.store.get(officers, deputy.officer))?.until).toBe(system.runtime.now())
    expect((await system.runtime.store.get(committees, `${union}:committee`))?.until).toBe('2029-11-16')
  })

  test('a chair who is voted out stays until the next one takes the code', async () => {
    const { union } = await approvedFounding(system)
    const chair = await inOffice(system, union, 'chair')
    const application = await sentUp(system, { as: chair.as, union })
    const { grants } = granted(await approve(system, application))
    expect((await system.runtime.store.get(officers, chair.officer))?.until).not.toBe(system.runtime.now())
    const next = system.newcomer()
    await system.verifyPhone(next, newChair.mobile)
    granted(await system.ask(next, 'registry', 'takeOffice', { code: grants[0]?.code }))
    expect((await system.runtime.store.get(officers, chair.officer))?.until).toBe(system.runtime.now())
  })

  test.each([
    ['re-election', 'deputy', { posts: [{ ...newChair, mobile: '15420771302' }] }],
    ['by-election', 'deputy', { kind: 'by-election', posts: [{ ...newChair, mobile: '15420771302' }] }],
    ['re-election', 'organiser', { posts: [{ ...newChair, mobile: '15420771302' }] }],
  ] as const)('a %s that makes the %s chair leaves one chair, and no code', async (_, role, change) => {
    const { union } = await approvedFounding(system)
    const [before, next] = [await inOffice(system, union, 'chair'), await inOffice(system, union, role)]
    await system.verifyPhone(next.as, '15420771302')
    const { termYears: __, ...byElection } = { ...reElection, ...change }
    const body = 'kind' in change ? byElection : { ...reElection, ...change }
    const { grants } = granted(await approve(system, await sentUp(system, { as: before.as, union, body })))
    expect(grants).toEqual([])
    expect((await system.runtime.store.get(officers, before.officer))?.until).toBe(system.runtime.now())
    expect((await system.runtime.store.get(officers, next.officer))?.role).toBe('chair')
    expect((await pageOf(system, union)).chair?.name).toBeDefined()
  })

  test('a by-election keeps the term that runs, from the election that began it', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const elected = [{ kind: 'audit', seats: 5, chair: '郑立冬' }]
    const body = { kind: 'by-election', heldOn: '2026-11-17', elected, posts: [], relatives: false }
    granted(await approve(system, await sentUp(system, { as, union, body })))
    expect((await pageOf(system, union)).committees.find(({ kind }) => kind === 'audit')).toMatchObject({
      seats: 5,
      chair: '郑立冬',
      electedOn: '2026-11-16',
      byElectedOn: '2026-11-17',
      until: '2031-11-16',
    })
    expect((await historyOf(system, union)).find(({ person }) => person === '郑立冬')).toMatchObject({
      what: { committee: 'audit', electedOn: '2026-11-17', reply: { year: 2026 } },
    })
    const corrected = { union, kind: 'audit', electedOn: '2026-11-16', termYears: 5, seats: 3, chair: '郑立冬' }
    granted(await system.ask(street, 'registry', 'saveCommittee', corrected))
    expect((await pageOf(system, union)).committees.find(({ kind }) => kind === 'audit')).toMatchObject({
      seats: 3,
      byElectedOn: '2026-11-17',
    })
  })

  test.each([
    ['the last day of the term, to that day', '2026-11-18', 'OK'],
    ['the day after it, not at all', '2026-11-17', 'DAY_INVALID'],
  ])('a by-election is held on %s', async (_, until, code) => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const body = { kind: 'by-election', heldOn: '2026-11-17', elected: three.slice(1, 2), posts: [], relatives: false }
    const sent = await sentUp(system, { as, union, body })
    await endTerm(union, until)
    const approved = await approve(system, sent)
    expect(codeOf(approved)).toBe(code)
    if (code === 'DAY_INVALID') {
      const back = { union: upper, application: sent, reason: '请申请换届' }
      granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
      const papers = await papersOf(system, ['report', 'resolution'], as, union)
      const again = await system.ask(as, 'registry', 'applyToUpper', { union, body, papers })
      expect([approved, again]).toMatchObject([
        { message: '本届任期已满，请申请换届。' },
        { code, fields: { 'body.heldOn': '本届任期已满，请申请换届。' } },
      ])
    } else expect((await system.runtime.store.get(committees, `${union}:audit`))?.until).toBe(until)
    for (const kind of ['committee', 'audit']) await endTerm(union, '2031-11-16', kind)
  })

  /** The term of a committee that is on record ends on this day. */
  async function endTerm(union: UnionId, until: string, kind = 'committee'): Promise<void> {
    await system.runtime.store.transact(async (tx) => {
      const committee = await tx.get(committees, `${union}:${kind}`)
      if (committee === undefined) throw new Error('a founding without its committee')
      await tx.put(committees, { ...committee, until: IsoDate.parse(until) })
    })
  }

  test('a by-election names one chair at most', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const posts = [newChair, { ...newChair, name: '周大雪', mobile: '15420771303' }]
    const papers = await papersOf(system, ['report', 'resolution'], as, union)
    const { termYears: _, ...election } = reElection
    const body = { ...election, kind: 'by-election', posts }
    expect(codeOf(await system.ask(as, 'registry', 'applyToUpper', { union, body, papers }))).toBe('CHAIR_MISSING')
  })

  test('a dissolution ends the union and begins its event', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const body = { kind: 'dissolution', heldOn: '2026-11-17', employment: 'goes-on', reason: '企业搬走' }
    const application = await sentUp(system, { as, union, body })
    await reported(union)
    const { event } = granted(await approve(system, application))
    expect(await system.runtime.store.get(reports, `${union}:2026-07`)).toBeUndefined()
    expect(await system.runtime.store.get(unions, union)).toMatchObject({ status: 'dissolved' })
    expect(await system.runtime.store.get(unionEvents, event ?? '')).toMatchObject({
      kind: 'dissolved',
      state: 'proposed',
    })
  })

  /** A report of this period that was found in order. */
  async function reported(union: UnionId): Promise<void> {
    const numbers = { unions: 1, members: 2, retained: 0, women: 1, staff: 12 }
    const one = { union, parent: upper, period: '2026-07', state: 'checked', numbers } as const
    const report = { ...one, _id: `${union}:2026-07`, below: 0, checkedBelow: 0, revision: 2, steps: [] }
    await system.runtime.store.transact((tx) => tx.insert(reports, report))
  }

  test('whoever led only unions that have ended leads nobody', async () => {
    const { union } = await approvedFounding(system)
    const { as } = await inOffice(system, union, 'chair')
    const { store } = system.runtime
    const like = await store.get(unions, union)
    if (like === undefined) throw new Error('a founding without its union')
    const below = UnionId.parse(`${union}-ended`)
    await store.transact((tx) =>
      tx.insert(unions, { ...like, _id: below, parent: union, line: [below, ...like.line], status: 'dissolved' }),
    )
    const { offices } = granted(await system.ask(as, 'session', 'me', {}))
    expect(offices.find((office) => office.union === union)?.leads).toBe(false)
    expect((await pageOf(system, union)).below).toBe(false)
    const { unions: rows } = await listed(undefined)
    expect(rows.find((row) => row.union === union)?.leads).toBe(false)
  })

  /** 下级工会 of the street, all its pages. */
  async function listed(cursor: string | undefined): Promise<{ unions: readonly { union: string; leads: boolean }[] }> {
    const asked = { union: upper, ...(cursor === undefined ? {} : { cursor }) }
    const here = granted(await system.ask(street, 'registry', 'unionsBelow', asked))
    return here.cursor === undefined ? here : { unions: [...here.unions, ...(await listed(here.cursor)).unions] }
  }
})

describe('the desk of an application', () => {
  test('numbers of replies go up one by one', async () => {
    const [one, other] = [await approvedFounding(system), await approvedFounding(system)]
    expect(other.reply.serial).toBe(one.reply.serial + 1)
  })

  test('whoever is neither asked nor asking sees nothing of it', async () => {
    const { application } = await sentFounding(system)
    for (const [as, union] of [
      [factoryChair, factory],
      ['demo-city', castUnions.qingdao.id],
    ] as const)
      for (const procedure of ['unionApplication', 'approveUnionApplication'] as const)
        expect(codeOf(await system.ask(as, 'registry', procedure, { union, application }))).toBe('NOT_FOUND')
  })

  test('an application that nobody decides goes up, and the desk above may decide it', async () => {
    const { application } = await sentFounding(system)
    const [task] = (
      await system.runtime.store.find(tasks, {
        index: 'byKind',
        equals: { kind: 'union-application', state: 'open' },
        limit: 1000,
      })
    ).documents.filter(({ subject }) => subject.startsWith(application))
    const desk = castUnions.shinan
    if (task !== undefined)
      await system.runtime.store.transact((tx) => tx.put(tasks, { ...task, desk: desk.id, deskName: desk.name }))
    const { as } = await inOffice(system, desk.id, 'chair')
    const done = granted(await system.ask(as, 'registry', 'approveUnionApplication', { union: desk.id, application }))
    expect(await system.runtime.store.get(unions, done.union)).toMatchObject({ parent: upper })
    expect(done.reply.unionName).toBe(desk.name)
  })
})

test('a picture that is none is refused, and a paper is seen by both sides', async () => {
  const { as, code } = await invited(system)
  const bad = { code, picture: Buffer.from('no picture').toString('base64') }
  expect(codeOf(await system.ask(as, 'registry', 'putFoundingPaper', bad))).toBe('DOCUMENT_INVALID')
  const { union } = await approvedFounding(system)
  const chair = await inOffice(system, union, 'chair')
  const application = await sentUp(system, { as: chair.as, union })
  const { rows } = granted(await system.ask(chair.as, 'registry', 'unionApplications', { union, show: 'sent' }))
  expect(rows.map((row) => row.application)).toContain(application)
  const { papers } = granted(await system.ask(chair.as, 'registry', 'unionApplication', { union, application }))
  for (const [who, at] of [
    [chair.as, union],
    [street, upper],
  ] as const) {
    const input = { union: at, application, file: papers[0]?.file }
    expect(granted(await system.ask(who, 'registry', 'unionApplicationPaper', input)).picture).toContain(
      png.toString('base64').slice(0, 20),
    )
  }
})
