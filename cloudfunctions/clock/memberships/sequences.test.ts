import fc from 'fast-check'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { entitlements, isHeld } from '../../../shared/membership/life'
import { joinedMember, paper, recordOf, tasksOf } from '../../../tests/members'
import { openTestSystem, type TestSystem } from '../../../tests/system'
import { runClock } from '../jobs'
import { identifiers } from '../../_kernel/records/persons'
import { membershipEvents } from '../../_kernel/records/memberships'

const union = castUnions.factory.id
const above = castUnions.street.id
const [chair, street] = ['demo-factory-chair', 'demo-street']
const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

type Member = Awaited<ReturnType<typeof joinedMember>>
type Step = (member: Member) => Promise<unknown>

const today = () => system.runtime.now().slice(0, 10)
const change =
  (kind: string, more: object = {}): Step =>
  ({ person }) =>
    system.ask(chair, 'membership', 'changeMembership', { union, person, change: { kind, on: today(), ...more } })

/** Every command about one member, sent whether it makes sense now or not, and the clock. */
const steps: Readonly<Record<string, Step>> = {
  retain: change('retain', { reason: 'unemployed' }),
  resume: change('resume'),
  leave: change('leave'),
  decease: change('decease'),
  'ask to leave': ({ as }) => system.ask(as, 'membership', 'askToLeave', {}),
  'take back': ({ as }) => system.ask(as, 'membership', 'takeBackLeaving', {}),
  announce: async ({ person }) => {
    for (const { _id } of await tasksOf(system, person, 'leave-request'))
      await system.ask(chair, 'membership', 'announceLeaving', { union, task: _id })
  },
  'report an expulsion': ({ person }) =>
    system.ask(chair, 'membership', 'proposeExpulsion', {
      union,
      person,
      reason: 'criminal',
      decidedOn: today(),
      document: paper,
    }),
  file: async ({ person }) => {
    for (const { _id } of await tasksOf(system, person, 'expulsion-filing'))
      await system.ask(street, 'membership', 'settleFiling', { union: above, task: _id, verdict: { kind: 'file' } })
  },
  reinstate: ({ person }) => system.ask(street, 'membership', 'reinstateMembership', { union: above, person }),
  contract: ({ person }) =>
    system.ask(chair, 'membership', 'keepOnFile', { union, person, fact: { kind: 'contract', until: '2030-01-01' } }),
  'ten days and the clock': async () => {
    system.travel(isoTime(Date.parse(system.runtime.now()) + 10 * dayMs))
    await runClock(system.runtime)
  },
}

async function entriesOf({ person }: Member): Promise<readonly string[]> {
  const query = { index: 'byPerson', equals: { person }, limit: 200 }
  return (await system.runtime.store.find(membershipEvents, query)).documents.map((event) => JSON.stringify(event))
}

test('whatever is sent in whatever order: one membership, one number, one first day, a history that only grows, no vote but for the active', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 12 }),
      async (names) => {
        const member = await joinedMember(system)
        const first = await recordOf(system, member.person)
        let known = await entriesOf(member)
        for (const name of names) {
          await steps[name]?.(member)
          const record = await recordOf(system, member.person)
          expect([record.memberNumber, record.since, record.union]).toEqual([first.memberNumber, first.since, union])
          expect(entitlements[record.state].votes).toBe(record.state === 'active')
          const entries = await entriesOf(member)
          expect(entries).toEqual(expect.arrayContaining([...known]))
          known = entries
          const open = (await tasksOf(system, member.person, 'leave-request')).filter(({ state }) => state === 'open')
          expect(open.length).toBeLessThanOrEqual(isHeld(record.state) ? 1 : 0)
        }
        const person = { index: 'all', equals: {}, limit: 1000 }
        const locks = (await system.runtime.store.find(identifiers, person)).documents
        expect(locks.filter((lock) => lock.person === member.person)).toHaveLength(1)
      },
    ),
    { numRuns: 15 },
  )
}, 600_000)
