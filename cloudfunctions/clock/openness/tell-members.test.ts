import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { notice, published } from '../../../tests/faults/of-openness'
import { joinedMember } from '../../../tests/members'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { outbox } from '../../_kernel/records/outbox'
import { notices } from '../../_kernel/records/upkeep'
import { tellMembers } from './tell-members'

const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
  system.travel(isoTime(start))
}, 600_000)
afterAll(() => system.close())

const messagesTo = async (as: string) => {
  const { store } = system.runtime
  const { documents } = await store.find(outbox, { index: 'due', equals: { state: 'waiting' }, limit: 1000 })
  const account = accountOf(as, system.runtime)
  return documents.filter((message) => message.account === account && message.template === 'news')
}
const noticesOf = async (as: string) => {
  const equals = { account: accountOf(as, system.runtime) }
  return (await system.runtime.store.find(notices, { index: 'byAccount', equals })).documents.length
}
async function untilQuiet() {
  for (let told = 1; told > 0;) told = await tellMembers(system.runtime)
  return tellMembers(system.runtime)
}

test('who agreed has one message a day, whatever is published; nobody has a document for it', async () => {
  const [agreed, silent] = [(await joinedMember(system)).as, (await joinedMember(system)).as]
  granted(await system.ask(agreed, 'session', 'subscribe', {}))
  const before = [await noticesOf(agreed), await noticesOf(silent)]
  await published(system, notice)
  await published(system, notice)
  expect(await untilQuiet()).toBe(0)
  expect(await messagesTo(agreed)).toMatchObject([
    { page: `pages/news/list/index?union=${encodeURIComponent(castUnions.factory.id)}` },
  ])
  expect(await messagesTo(silent)).toEqual([])
  expect([await noticesOf(agreed), await noticesOf(silent)]).toEqual(before)

  await published(system, notice)
  await untilQuiet()
  expect(await messagesTo(agreed)).toHaveLength(1)

  system.travel(isoTime(start + 24 * 60 * 60 * 1000))
  await published(system, notice)
  await untilQuiet()
  expect(await messagesTo(agreed)).toHaveLength(2)
})
