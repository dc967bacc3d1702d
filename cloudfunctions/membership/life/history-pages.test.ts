import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { membershipEvents } from '../../_kernel/records/memberships'
import { newMember } from '../events/events.fixture'

const { community, factory } = castUnions
const start = Date.parse('2026-11-18T02:00:00.000Z')

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

test('a member with two hundred changes pages through all of them, newest first, and takes all of them along', async () => {
  const as = system.newcomer()
  const person = await newMember(system, { union: community.id, as })
  for (let change = 0; change < 200; change++)
    await system.runtime.store.transact((tx) =>
      tx.insert(membershipEvents, {
        _id: `change-${String(change).padStart(3, '0')}`,
        person,
        // Five of them at one moment: a page may end between two of a moment.
        at: isoTime(start + Math.floor(change / 5) * 1_000),
        kind: 'moved',
        union: factory.id,
        unionName: `第${change}个工会`,
      }),
    )
  const { membership } = granted(await system.ask(as, 'membership', 'myMembership', {}))
  const seen = [...(membership?.history ?? [])]
  for (let cursor = membership?.historyCursor; cursor !== undefined;) {
    const page = granted(await system.ask(as, 'membership', 'myHistory', { cursor }))
    seen.push(...page.history)
    cursor = page.historyCursor
  }
  expect(seen).toHaveLength(201)
  expect(new Set(seen.map(({ text }) => text)).size).toBe(201)
  const moments = seen.map(({ at }) => at)
  expect([...moments].sort().reverse()).toEqual(moments)
  const stored = granted(await system.ask(as, 'membership', 'aboutMe', {}))
  expect(stored.membership?.history).toHaveLength(201)
})

test('a page that was made up is empty', async () => {
  const as = system.newcomer()
  await newMember(system, { union: community.id, as })
  expect(granted(await system.ask(as, 'membership', 'myHistory', { cursor: 'nowhere' }))).toEqual({ history: [] })
})
