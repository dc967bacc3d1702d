import fc from 'fast-check'
import { claims } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { transfers } from '../../_kernel/records/transfers'
import { eventItems, unionEvents } from '../../_kernel/records/union-events'
import { openTask, taskId } from '../../_kernel/tasks'
import { releaseSilent } from '../../clock/transfers'
import { castUnions } from '../../../local/demo/personas'
import type { PersonId, UnionId, UnitId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { situations } from '../../../tests/forms'
import { inOffice } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { carryOnEvents } from './clock'
import { employed, ending, found, newMember, newUnion, newUnit, street, upper } from './events.fixture'

const { factory, newForm, community } = castUnions
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000
const officerOf: Record<string, string> = {
  [factory.id]: 'demo-factory-chair',
  [newForm.id]: 'demo-newform-chair',
  [upper]: street,
}

let system: TestSystem
let now = start
beforeAll(async () => {
  system = await openTestSystem()
  for (const { id } of [castUnions.shinan, community]) officerOf[id] = (await inOffice(system, id, 'chair')).as
}, 600_000)
afterAll(() => system.close())
beforeEach(() => goTo(start))
jest.setTimeout(300_000)

function goTo(at: number) {
  now = at
  system.travel(isoTime(at))
}
async function days(count: number) {
  goTo(now + count * dayMs)
  await releaseSilent(system.runtime)
  await carryOnEvents(system.runtime)
}
const clock = () => carryOnEvents(system.runtime)

interface Someone {
  readonly as: string
  readonly person: PersonId
}

/** A member of a union with a unit of its own, who has WeChat. */
async function somebodyOf(union: UnionId, unit: UnitId): Promise<Someone> {
  const as = system.newcomer()
  return { as, person: await newMember(system, { union, unit, situation: employed(unit), as }) }
}

async function asks({ as }: Someone, situation: object, to: UnionId) {
  const choice = { kind: 'offered', union: to }
  return system.ask(as, 'membership', 'requestTransfer', { situation, retired: false, choice })
}

async function merging(union: UnionId, into: UnionId) {
  const input = { ...(await ending(system, union)), successor: into }
  return granted(await system.ask(street, 'registry', 'mergeUnion', input)).event
}

const confirm = (event: string, desk: UnionId) =>
  system.ask(officerOf[desk] ?? street, 'membership', 'confirmEvent', { union: desk, event })

async function known({ person }: Someone) {
  const { store } = system.runtime
  const [member, history, asked, open, claim] = await Promise.all([
    store.get(memberships, person),
    store.find(membershipEvents, { index: 'byPerson', equals: { person } }),
    store.find(transfers, { index: 'byPerson', equals: { person } }),
    store.find(tasks, { index: 'byPerson', equals: { person, state: 'open' } }),
    store.get(claims, `transfer:${person}`),
  ])
  if (member === undefined) throw new Error('a membership was lost')
  return { member, history: history.documents, transfers: asked.documents, tasks: open.documents, claim }
}

const noticesOf = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)

describe('a union ends while somebody is about to transfer', () => {
  test('elsewhere: the transfer is stopped when the event moves them, they are told why, and nothing of it is left open', async () => {
    const { union, unit } = await newUnion(system)
    const who = await somebodyOf(union, unit)
    granted(await asks(who, situations.rider, newForm.id))
    const event = await merging(union, factory.id)
    await clock()
    granted(await confirm(event, factory.id))
    await clock()
    await days(15)
    const after = await known(who)
    expect(after.member).toMatchObject({ union: factory.id, reason: 'union-merged' })
    expect(after.transfers[0]).toMatchObject({ state: 'stopped', tasks: {} })
    expect(after.transfers[0]?.steps.at(-1)).toMatchObject({ kind: 'overtaken', unionName: factory.name })
    expect(after.tasks).toEqual([])
    expect(after.claim).toBeUndefined()
    expect((await noticesOf(who.as)).join()).toContain('正在办的转会因此停办')
  })

  test('to the very union that takes everybody over: the transfer is done with the event, and brings the new work along', async () => {
    const { union, unit } = await newUnion(system)
    const who = await somebodyOf(union, unit)
    granted(await asks(who, situations.rider, newForm.id))
    const event = await merging(union, newForm.id)
    await clock()
    granted(await confirm(event, newForm.id))
    await clock()
    await days(15)
    const after = await known(who)
    expect(after.member).toMatchObject({ union: newForm.id, state: 'active', category: '新就业形态' })
    expect(after.transfers[0]).toMatchObject({ state: 'done', leaving: 'released', receiving: 'accepted' })
    expect(after.transfers[0]?.steps.slice(-2).map(({ kind }) => kind)).toEqual(['carried', 'done'])
    expect(after.history.map(({ kind }) => kind).sort()).toEqual(['joined', 'moved'])
    expect(after.tasks).toEqual([])
  })

  test('into it: the successor is asked instead; where nobody succeeds, the member is told that it is gone', async () => {
    const { union, unit } = await newUnion(system)
    const other = await newUnion(system)
    const who = await somebodyOf(factory.id, (await newUnion(system)).unit)
    granted(await asks(who, employed(unit), union))
    await merging(union, other.union)
    await clock()
    const redirected = await known(who)
    expect(redirected.transfers[0]).toMatchObject({ state: 'open', to: { union: other.union } })
    expect(redirected.tasks.find(({ kind }) => kind === 'transfer-in')).toMatchObject({ union: other.union })

    const dissolving = { ...(await ending(system, other.union)), employment: 'goes-on' }
    granted(await system.ask(street, 'registry', 'dissolveUnion', dissolving))
    await clock()
    const stopped = await known(who)
    expect(stopped.transfers[0]?.state).toBe('stopped')
    expect(stopped.tasks).toEqual([])
    expect((await noticesOf(who.as)).join()).toContain('已经撤销，这次转会没有办成')
  })

  test('what waits for an officer about them follows to the successor', async () => {
    const { union, unit } = await newUnion(system)
    const who = await somebodyOf(union, unit)
    granted(await system.ask(who.as, 'membership', 'askToLeave', {}))
    await opensLook(who.person, union)
    const event = await merging(union, factory.id)
    await clock()
    granted(await confirm(event, factory.id))
    await clock()
    await days(15)
    const { member, tasks: open } = await known(who)
    expect(member.union).toBe(factory.id)
    expect(open.map(({ kind, desk }) => `${kind} ${desk}`).sort()).toEqual([
      `contract-end ${factory.id}`,
      `leave-request ${factory.id}`,
    ])
  })
})

/** 合同到期, as the clock asks. */
async function opensLook(person: PersonId, union: UnionId) {
  const { store } = system.runtime
  const record = await store.get(unions, union)
  if (record === undefined) throw new Error('no such union')
  const task = {
    kind: 'contract-end' as const,
    subject: `${person}:look`,
    person,
    union: record,
    dueOn: chinaDay(isoTime(now)),
  }
  await store.transact((tx) => openTask(tx, task, { by: 'clock', at: isoTime(now) }))
}

describe('a transfer that is carried out', () => {
  test('ends the looks of the union that was left, and an objection to a move that cannot happen any more', async () => {
    const { union, unit } = await newUnion(system)
    const who = await somebodyOf(union, unit)
    await opensLook(who.person, union)
    const event = await merging(union, factory.id)
    await clock()
    granted(await confirm(event, factory.id))
    await clock()
    granted(await system.ask(who.as, 'membership', 'objectToEvent', { event, sentence: '我已经去送外卖了' }))
    const { transfer } = granted(await asks(who, situations.rider, newForm.id))
    const seen = granted(
      await system.ask(officerOf[newForm.id], 'membership', 'transfer', { union: newForm.id, transfer }),
    )
    granted(
      await system.ask(officerOf[newForm.id], 'membership', 'acceptTransfer', {
        union: newForm.id,
        transfer,
        seen: seen.revision,
      }),
    )
    await days(15)
    const after = await known(who)
    expect(after.member).toMatchObject({ union: newForm.id })
    expect(after.transfers[0]?.state).toBe('done')
    expect(after.tasks).toEqual([])
    expect(await system.runtime.store.get(eventItems, `${event}:${who.person}`)).toMatchObject({ state: 'kept' })
    await clock()
    expect(await system.runtime.store.get(unionEvents, event)).toMatchObject({ state: 'done' })
  })
})

test('whoever leaves takes an open transfer with them', async () => {
  const { union, unit } = await newUnion(system)
  const who = await somebodyOf(union, unit)
  const chair = await inOffice(system, union, 'chair')
  granted(await asks(who, situations.rider, newForm.id))
  const change = { kind: 'leave', on: '2026-11-18' }
  granted(await system.ask(chair.as, 'membership', 'changeMembership', { union, person: who.person, change }))
  const after = await known(who)
  expect(after.transfers[0]?.state).toBe('stopped')
  expect(after.tasks).toEqual([])
})

const acts = fc.oneof(
  fc.record({ act: fc.constant('request'), to: fc.constantFrom('rider', 'unit', 'workshop') }),
  fc.record({ act: fc.constantFrom('withdraw', 'release', 'accept', 'object', 'leave', 'look', 'confirm', 'clock') }),
  fc.record({ act: fc.constant('dispute'), side: fc.constantFrom('leaving', 'receiving') }),
  fc.record({ act: fc.constant('settle'), verdict: fc.constantFrom('uphold', 'assign', 'stop') }),
  fc.record({ act: fc.constant('wait'), days: fc.integer({ min: 1, max: 9 }) }),
)
type Act = Readonly<Record<string, unknown>>
const kinds = fc.constantFrom('founded', 'merged', 'merged-there', 'dissolved', 'ended', 'into' as const)
type Kind = Exclude<typeof kinds extends fc.Arbitrary<infer K> ? K : never, never>

interface Play extends Someone {
  readonly event: string
  readonly desk: UnionId
  readonly goesTo: Readonly<Record<string, object>>
}

/** Somebody, and an event that concerns them or the union they may go to. */
async function begun(kind: Kind): Promise<Play> {
  if (kind === 'founded') {
    const unit = await newUnit(system)
    const who = await somebodyOf(community.id, unit)
    const { event } = await found(system, unit)
    return { ...who, event, desk: upper, goesTo: { unit: employed(unit) } }
  }
  const { union, unit } = await newUnion(system)
  const goesTo = { unit: employed(unit) }
  if (kind === 'into') {
    const who = await somebodyOf(factory.id, (await newUnion(system)).unit)
    granted(await asks(who, employed(unit), union))
    return { ...who, event: await merging(union, newForm.id), desk: newForm.id, goesTo }
  }
  const who = await somebodyOf(union, unit)
  if (kind === 'merged' || kind === 'merged-there') {
    const into = kind === 'merged' ? factory.id : newForm.id
    return { ...who, event: await merging(union, into), desk: into, goesTo }
  }
  const input = { ...(await ending(system, union)), employment: kind === 'dissolved' ? 'goes-on' : 'ended' }
  const { event } = granted(await system.ask(street, 'registry', 'dissolveUnion', input))
  return { ...who, event, desk: upper, goesTo }
}

async function play(who: Play, act: Act): Promise<void> {
  const { transfers: all, member } = await known(who)
  const open = all.find(({ state }) => state === 'open')
  const by = async (union: string | undefined, procedure: string, input: object = {}) => {
    const officer = union === undefined ? undefined : officerOf[union]
    if (open === undefined || officer === undefined) return
    const seen = { union, transfer: open._id, seen: open.revision }
    await system.ask(officer, 'membership', procedure as never, { ...seen, ...input })
  }
  switch (act['act']) {
    case 'request': {
      const situation = act['to'] === 'unit' ? who.goesTo['unit'] : situations[act['to'] as 'rider']
      const route = await system.ask(who.as, 'membership', 'previewTransfer', { situation, retired: false })
      const to = route.ok ? route.data.offered[0]?.union : undefined
      if (to !== undefined) await asks(who, situation ?? {}, to)
      return
    }
    case 'withdraw':
      if (open !== undefined)
        await system.ask(who.as, 'membership', 'withdrawTransfer', { transfer: open._id, seen: open.revision })
      return
    case 'release':
      return by(open?.from.union, 'releaseTransfer')
    case 'accept':
      return by(open?.to?.union, 'acceptTransfer')
    case 'dispute': {
      const leaving = act['side'] === 'leaving'
      const error = { side: act['side'], what: 'wrong-person' }
      return by(leaving ? open?.from.union : open?.to?.union, 'disputeTransfer', { error })
    }
    case 'settle': {
      const verdict = act['verdict'] === 'assign' ? { kind: 'assign', to: newForm.id } : { kind: act['verdict'] }
      return by(open?.reviewer?.union, 'settleTransfer', { verdict, reason: '测试' })
    }
    case 'object':
      await system.ask(who.as, 'membership', 'objectToEvent', { event: who.event, sentence: '不同意' })
      return
    case 'leave':
      await system.ask(who.as, 'membership', 'askToLeave', {})
      return
    case 'look':
      return opensLook(who.person, member.union)
    case 'confirm':
      await confirm(who.event, who.desk)
      return
    case 'clock':
      await clock()
      return
    default:
      return days(Number(act['days'] ?? 1))
  }
}

/** Everybody answers what they are asked, until nothing waits for the event any more. */
async function throughToTheEnd(who: Play) {
  for (let round = 0; round < 4; round++) {
    await confirm(who.event, who.desk)
    await days(15)
    const task = taskId('event-objection', `${who.event}:${who.person}`)
    const open = await system.runtime.store.get(tasks, task)
    if (open?.state !== 'open') continue
    const settle = (kind: string) =>
      system.ask(officerOf[open.desk] ?? street, 'membership', 'settleObjection', {
        union: open.desk,
        task,
        verdict: { kind },
      })
    if (!(await settle('move')).ok) granted(await settle('keep'))
  }
}

test('whatever members, unions and the clock do beside an event: one membership in a union that is there, no task lost, no transfer left hanging', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, fc.array(acts, { minLength: 2, maxLength: 12 }), async (kind, sequence) => {
      goTo(start)
      const who = await begun(kind)
      let before = await known(who)
      for (const act of [...sequence, undefined]) {
        if (act === undefined) await throughToTheEnd(who)
        else await play(who, act)
        const after = await known(who)
        expect(after.member.memberNumber).toBe(before.member.memberNumber)
        expect(after.history.map(({ _id }) => _id)).toEqual(
          expect.arrayContaining(before.history.map(({ _id }) => _id)),
        )
        const open = after.transfers.filter(({ state }) => state === 'open')
        expect(open.length).toBeLessThanOrEqual(1)
        expect(after.claim?.application).toBe(open[0]?._id)
        expect(
          after.tasks
            .filter(({ kind: what }) => what.startsWith('transfer-'))
            .map(({ _id }) => _id)
            .sort(),
        ).toEqual(Object.values(open[0]?.tasks ?? {}).sort())
        for (const { state, leaving, receiving } of after.transfers)
          if (state === 'done') expect([leaving, receiving]).toEqual(['released', 'accepted'])
        before = after
      }
      const { member, transfers: all, tasks: open } = before
      expect(await system.runtime.store.get(unionEvents, who.event)).toMatchObject({ state: 'done' })
      if (member.state === 'active' || member.state === 'retained')
        expect((await system.runtime.store.get(unions, member.union))?.status).toBe('active')
      for (const { state, to, from } of all) {
        if (state !== 'open') continue
        expect(from.union).toBe(member.union)
        if (to !== undefined) expect((await system.runtime.store.get(unions, to.union))?.status).toBe('active')
      }
      for (const { kind: what, union } of open)
        if (!what.startsWith('transfer-')) expect(`${what} ${union}`).toBe(`${what} ${member.union}`)
    }),
    { numRuns: 30 },
  )
})
