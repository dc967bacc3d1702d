import { verifyAudit } from '../../cloudfunctions/_kernel/audit-chain/verify'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { cloudCollections } from '../../cloudfunctions/_kernel/cloud-collections'
import { membershipEvents, memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { runClock } from '../../cloudfunctions/clock/jobs'
import { castUnions } from '../../local/demo/personas'
import { formFor, sent, situations, somebody } from '../forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../system'
import { openOn } from './cloud'
import { openGateway, type Gateway } from './gateway'

jest.setTimeout(600_000)

/** Every deployed function on the store of production. */
let gateway: Gateway
let system: TestSystem
beforeAll(async () => {
  gateway = await openGateway()
  const store = await openOn(gateway, cloudCollections)
  const ballots = { ...store, compact: async () => {}, close: async () => {} }
  system = await openTestSystem({ units: 20, unions: 20, members: 10, applications: 2 }, { stores: { store, ballots } })
}, 600_000)
afterAll(async () => {
  await system.close()
  await gateway.close()
})

const chair = 'demo-factory-chair'
const union = castUnions.factory.id
const approval = { kind: 'approve', committee: { decidedOn: '2026-11-18' } } as const

async function eventsOf(as: string) {
  const { store } = system.runtime
  const account = await store.get(accounts, accountOf(as, system.runtime))
  if (account?.person === undefined) return []
  return (await store.find(membershipEvents, { index: 'byPerson', equals: { person: account.person } })).documents
}

test('a worker joins, the union’s chair approves, and the worker is a member', async () => {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), situations.workshop)
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict: approval }))
  const [joined, ...others] = await eventsOf(as)
  expect(others).toEqual([])
  const membership = await system.runtime.store.get(memberships, joined?.person ?? '')
  expect(membership).toMatchObject({ union, state: 'active' })
})

test('two who decide at once: one decides, the other is told', async () => {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), situations.workshop)
  const answers = await Promise.all(
    [1, 2].map(() => system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict: approval })),
  )
  expect(answers.map(codeOf).sort()).toEqual(['APPLICATION_CHANGED', 'OK'])
  expect(await eventsOf(as)).toHaveLength(1)
})

test('an approval whose commit is lost on the way, before or after, is one approval', async () => {
  for (const moment of ['before', 'after'] as const) {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    gateway.lose('database.commitTransaction', moment)
    granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict: approval }))
    expect(await eventsOf(as)).toHaveLength(1)
  }
})

test('the same request twice at once is one application', async () => {
  const as = system.newcomer()
  const form = await formFor(system, as, somebody(), situations.rider)
  const answers = await Promise.all(
    [1, 2].map(() => system.ask(as, 'membership', 'submit', { form }, 'the-same-request-0001')),
  )
  const [one, other] = answers.map(granted)
  expect(one?.application).toBe(other?.application)
})

test('the clock chains what happened, and the chain holds', async () => {
  for (let done = Infinity; done > 0;)
    done = Object.values(await runClock(system.runtime)).reduce((all, count) => all + count, 0)
  expect(await verifyAudit(system.runtime.store)).toEqual([])
})
