import fc from 'fast-check'
import { activity, howManySignedUp, published } from '../../../tests/faults/of-openness'
import { joinedMember } from '../../../tests/members'
import { codeOf, openTestSystem, type TestSystem } from '../../../tests/system'
import { seats, signUps } from '../../_kernel/records/publications'

const guests = 8
let system: TestSystem
let members: readonly string[]
beforeAll(async () => {
  system = await openTestSystem()
  members = await Promise.all(Array.from({ length: guests }, async () => (await joinedMember(system)).as))
}, 600_000)
afterAll(() => system.close())

/** Who taps what, all at once. */
const tap = fc.record({
  guest: fc.nat({ max: guests - 1 }),
  procedure: fc.constantFrom('signUp' as const, 'signUp' as const, 'giveBackPlace' as const),
})

test('however many tap at once: never more sign-ups than places, one seat each, and everybody is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: guests }), fc.array(tap, { maxLength: 16 }), async (places, taps) => {
      const publication = await published(system, activity(system, places))
      const answers = await Promise.all(
        taps.map(({ guest, procedure }) => system.ask(members[guest] ?? '', 'registry', procedure, { publication })),
      )
      for (const answer of answers) expect(['OK', 'ACTIVITY_FULL', 'ACTIVITY_BUSY']).toContain(codeOf(answer))
      const of = { index: 'byPublication', equals: { publication }, limit: 100 }
      const [taken, signed] = await Promise.all([
        system.runtime.store.find(seats, of),
        system.runtime.store.find(signUps, of),
      ])
      expect(signed.documents.length).toBeLessThanOrEqual(places)
      const held = signed.documents.map(({ seat }) => seat).sort((one, other) => one - other)
      expect(taken.documents.map(({ seat }) => seat)).toEqual(held)
      expect(new Set(held).size).toBe(held.length)
    }),
    { numRuns: 25 },
  )
}, 600_000)

test('when everybody wants one of three places, three have one', async () => {
  const publication = await published(system, activity(system, 3))
  const answers = await Promise.all(members.map((as) => system.ask(as, 'registry', 'signUp', { publication })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await howManySignedUp(system, publication)).toBe(3)
})
