import { castUnions } from '../../local/demo/personas'
import { isoTime } from '../../shared/core/time'
import { sent, situations, somebody } from '../../tests/forms'
import { granted, openTestSystem, type TestSystem } from '../../tests/system'
import { accountOf } from '../_kernel/caller'
import { accounts } from '../_kernel/records/accounts'
import { outbox } from '../_kernel/records/outbox'
import type { Message, Messenger } from '../_kernel/runtime'
import { deliverOutbox } from './outbox'

const union = castUnions.factory.id
const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
  await run(wechat(() => 'refused'))
})
afterEach(() => system.close())

/** WeChat’s end of the line, and what it was handed. */
function wechat(answer: (message: Message) => 'sent' | 'refused' | 'unavailable') {
  const taken: Message[] = []
  const messenger: Messenger = {
    templates: ['t'],
    send: async (message) => {
      taken.push(message)
      return answer(message)
    },
  }
  return { taken, messenger }
}
const run = ({ messenger }: ReturnType<typeof wechat>) => deliverOutbox({ ...system.runtime, messenger })
const waiting = async () =>
  (await system.runtime.store.find(outbox, { index: 'due', equals: {}, limit: 1000 })).documents

async function returned(as: string): Promise<void> {
  const { application } = await sent(system, as, somebody(), situations.workshop)
  granted(
    await system.ask('demo-factory-chair', 'membership', 'decide', {
      union,
      application,
      seen: 1,
      verdict: { kind: 'return', reasons: ['name'] },
    }),
  )
}

test('whoever agreed gets the result by WeChat, once, with the page to open', async () => {
  const as = system.newcomer()
  granted(await system.ask(as, 'session', 'subscribe', {}))
  await returned(as)
  const line = wechat(() => 'sent')
  await run(line)
  await run(line)
  expect(line.taken).toEqual([
    expect.objectContaining({
      openid: as,
      template: 'result',
      text: expect.stringContaining('请您修改入会申请'),
      page: expect.stringMatching(/^pages\/progress\/index\?application=/),
    }),
  ])
  expect(await waiting()).toEqual([])
})

test('whoever did not agree is not written to, and finds the notice in the app', async () => {
  const as = system.newcomer()
  await returned(as)
  const line = wechat(() => 'sent')
  await run(line)
  expect(line.taken).toEqual([])
  expect(await waiting()).toEqual([])
  expect(granted(await system.ask(as, 'session', 'me', {})).notices).toHaveLength(1)
})

test('a message stands in the outbox if and only if the act it tells of happened', async () => {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), situations.workshop)
  const verdict = { kind: 'return', reasons: ['name'] }
  const stale = await system.ask('demo-factory-chair', 'membership', 'decide', { union, application, seen: 7, verdict })
  expect(stale.ok).toBe(false)
  expect(await waiting()).toEqual([])
  granted(await system.ask('demo-factory-chair', 'membership', 'decide', { union, application, seen: 1, verdict }))
  expect(await waiting()).toHaveLength(1)
})

test('while WeChat is unreachable it is tried again, later and later, and at last kept as failed', async () => {
  const as = system.newcomer()
  granted(await system.ask(as, 'session', 'subscribe', {}))
  await returned(as)
  const line = wechat(() => 'unavailable')
  let minutes = 0
  const triedAt: number[] = []
  for (; minutes <= 24 * 60; minutes++) {
    system.travel(isoTime(start + minutes * 60_000))
    const before = line.taken.length
    await run(line)
    if (line.taken.length > before) triedAt.push(minutes)
  }
  expect(triedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511])
  expect(await waiting()).toEqual([expect.objectContaining({ state: 'failed', attempts: 10 })])
})

test('a crash between sending and writing it down sends again rather than never', async () => {
  const as = system.newcomer()
  granted(await system.ask(as, 'session', 'subscribe', {}))
  await returned(as)
  const line = wechat(() => 'sent')
  const { store } = system.runtime
  const dying = { ...store, transact: () => Promise.reject(new Error('the process died here')) }
  await expect(deliverOutbox({ ...system.runtime, store: dying, messenger: line.messenger })).rejects.toThrow('died')
  await run(line)
  expect(line.taken).toHaveLength(2)
  expect(await waiting()).toEqual([])
})

test('an address that does not open holds up nobody else', async () => {
  const [broken, sound] = [system.newcomer(), system.newcomer()]
  for (const as of [broken, sound]) granted(await system.ask(as, 'session', 'subscribe', {}))
  await returned(broken)
  await returned(sound)
  const { store } = system.runtime
  await store.transact(async (tx) => {
    const account = await tx.get(accounts, accountOf(broken, system.runtime))
    if (account !== undefined) await tx.put(accounts, { ...account, openid: 'AQVsb2NhbA' })
  })
  const line = wechat(() => 'sent')
  await run(line)
  expect(line.taken.map(({ openid }) => openid)).toEqual([sound])
  expect(await waiting()).toEqual([expect.objectContaining({ attempts: 1, state: 'waiting' })])
})

test('the openid lies sealed', async () => {
  const as = 'openid-of-somebody-who-agreed'
  granted(await system.ask(as, 'session', 'subscribe', {}))
  await returned(as)
  expect(JSON.stringify(await waiting())).not.toContain(as)
})
