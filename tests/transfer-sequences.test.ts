import fc from 'fast-check'
import { castUnions } from '../local/demo/personas'
import { chinaDay, isoTime } from '../shared/core/time'
import type { PersonId } from '../shared/core/ids'
import { entitlements } from '../shared/membership/life'
import { inOffice } from './faults/ready'
import { formFor, sent, situations, somebody } from './forms'
import { granted, openTestSystem, type TestSystem } from './system'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { membershipEvents, memberships } from '../cloudfunctions/_kernel/records/memberships'
import { tasks } from '../cloudfunctions/_kernel/records/tasks'
import { transfers, type TransferRecord } from '../cloudfunctions/_kernel/records/transfers'
import { changing } from '../cloudfunctions/membership/life/change'
import { releaseSilent } from '../cloudfunctions/clock/transfers'

const { factory, newForm, street, shinan } = castUnions
const officerOf: Record<string, string> = {
  [factory.id]: 'demo-factory-chair',
  [newForm.id]: 'demo-newform-chair',
  [street.id]: 'demo-street',
}
const startMs = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60_000

let system: TestSystem
let now = startMs
beforeAll(async () => {
  system = await openTestSystem()
  officerOf[shinan.id] = (await inOffice(system, shinan.id, 'chair')).as
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(600_000)

const today = () => chinaDay(isoTime(now))

interface Someone {
  readonly as: string
  readonly person: PersonId
  readonly worker: ReturnType<typeof somebody>
}

async function somebodyOfFactory(): Promise<Someone> {
  const [as, worker] = [system.newcomer(), somebody()]
  const { application } = await sent(system, as, worker, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: today() } }
  granted(
    await system.ask('demo-factory-chair', 'membership', 'decide', {
      union: factory.id,
      application,
      seen: 1,
      verdict,
    }),
  )
  const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
  if (person === undefined) throw new Error('the approval tied nobody')
  return { as, person, worker }
}

async function known({ person }: Someone) {
  const { store } = system.runtime
  const [membership, events, asked, open] = await Promise.all([
    store.get(memberships, person),
    store.find(membershipEvents, { index: 'byPerson', equals: { person } }),
    store.find(transfers, { index: 'byPerson', equals: { person } }),
    store.find(tasks, { index: 'byPerson', equals: { person, state: 'open' } }),
  ])
  if (membership === undefined) throw new Error('a membership was lost')
  return { membership, events: events.documents, transfers: asked.documents, tasks: open.documents }
}

const asksFor = ['rider', 'workshop', 'restaurant', 'dispatched'] as const
const acts = fc.oneof(
  fc.record({ act: fc.constant('request'), work: fc.constantFrom(...asksFor), objects: fc.boolean() }),
  fc.record({ act: fc.constantFrom('withdraw', 'release', 'accept', 'apply', 'retain') }),
  fc.record({ act: fc.constant('dispute'), side: fc.constantFrom('leaving', 'receiving') }),
  fc.record({ act: fc.constant('settle'), verdict: fc.constantFrom('uphold', 'assign', 'stop') }),
  fc.record({ act: fc.constant('wait'), days: fc.integer({ min: 1, max: 9 }) }),
)
type Act = Readonly<Record<string, unknown>>

/** What somebody does now; a refusal is as good as an answer. */
async function play(who: Someone, act: Act): Promise<void> {
  const { transfers: all, membership } = await known(who)
  const open = all.find(({ state }) => state === 'open') ?? all[0]
  const by = async (union: string | undefined, procedure: string, input: object = {}) => {
    const officer = union === undefined ? undefined : officerOf[union]
    if (open === undefined || officer === undefined) return
    const seen = { union, transfer: open._id, seen: open.revision }
    await system.ask(officer, 'membership', procedure as never, { ...seen, ...input })
  }
  switch (act['act']) {
    case 'request': {
      const input = { situation: situations[act['work'] as 'rider'], retired: false }
      const route = granted(await system.ask(who.as, 'membership', 'previewTransfer', input))
      const choice =
        act['objects'] === true
          ? { kind: 'objection', sentence: '不对' }
          : { kind: 'offered', union: route.offered[0]?.union ?? factory.id }
      await system.ask(who.as, 'membership', 'requestTransfer', { ...input, choice })
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
    case 'apply': {
      // Only a retained membership is taken up again by an application, and never beside an open transfer.
      const form = await formFor(system, who.as, who.worker, situations.rider)
      const applied = await system.ask(who.as, 'membership', 'submit', { form })
      if (!applied.ok) return
      const verdict = { kind: 'approve', committee: { decidedOn: today() } }
      const decided = { union: newForm.id, application: applied.data.application, seen: 1, verdict }
      await system.ask(officerOf[newForm.id], 'membership', 'decide', decided)
      return
    }
    case 'retain': {
      const { store, indexer, random } = system.runtime
      const union = { _id: membership.union, name: '' }
      const on = today()
      const ports = { indexer, random, now: isoTime(now), account: 'clock' as const }
      await store.transact(
        changing({ person: membership._id, change: 'retain', reason: 'unemployed', on, from: union, union }, ports),
      )
      return
    }
    default:
      now += Number(act['days'] ?? 1) * dayMs
      system.travel(isoTime(now))
      await releaseSilent(system.runtime)
  }
}

/** Which tasks have to be open for a transfer as it stands. */
function asks({ state, leaving, receiving }: TransferRecord): readonly string[] {
  if (state !== 'open') return []
  const settles = leaving === 'disputed' || receiving === 'disputed' || receiving === 'undecided'
  return [
    ...(settles ? ['transfer-dispute'] : []),
    ...(receiving === 'waiting' ? ['transfer-in'] : []),
    ...(leaving === 'waiting' ? ['transfer-out'] : []),
  ]
}

test('whatever members, unions and the clock do: one membership, its number and first day, every entry of its history, one open transfer and the tasks that it needs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 14 }), async (sequence) => {
      const who = await somebodyOfFactory()
      let before = await known(who)
      for (const act of sequence) {
        await play(who, act)
        const after = await known(who)
        const { membership, events } = after
        expect(membership.memberNumber).toBe(before.membership.memberNumber)
        expect(membership.since).toBe(before.membership.since)
        expect(events.map(({ _id }) => _id)).toEqual(expect.arrayContaining(before.events.map(({ _id }) => _id)))
        const moved = JSON.stringify([membership.union, membership.state])
        if (moved !== JSON.stringify([before.membership.union, before.membership.state]))
          expect(events).toHaveLength(before.events.length + 1)
        else expect(events).toHaveLength(before.events.length)
        expect(entitlements[membership.state].votes).toBe(membership.state === 'active')
        const open = after.transfers.filter(({ state }) => state === 'open')
        expect(open.length).toBeLessThanOrEqual(1)
        expect(after.tasks.map(({ kind }) => kind).sort()).toEqual(open.flatMap(asks))
        for (const transfer of after.transfers)
          if (transfer.state === 'done')
            expect([transfer.leaving, transfer.receiving]).toEqual(['released', 'accepted'])
        before = after
      }
    }),
    { numRuns: 25 },
  )
})
