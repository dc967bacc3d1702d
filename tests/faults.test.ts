import { claims } from '../cloudfunctions/_kernel/records/applications'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { membershipEvents } from '../cloudfunctions/_kernel/records/memberships'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { invitations } from '../cloudfunctions/_kernel/records/registry'
import { auditEntries } from '../cloudfunctions/_kernel/records/upkeep'
import type { Runtime } from '../cloudfunctions/_kernel/runtime'
import type { Store } from '../cloudfunctions/_kernel/store/port'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { registryFunction } from '../cloudfunctions/registry/function'
import { castUnions } from '../local/demo/personas'
import { formFor, sent, situations, somebody } from './forms'
import { granted, openTestSystem, type TestSystem } from './system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 60_000)
afterAll(() => system.close())
jest.setTimeout(120_000)

type Mode = 'error before' | 'error after commit' | 'late'

/** The store with one operation that goes wrong: the `at`-th of this call. */
function faulty(store: Store, at: number, mode: Mode): { readonly store: Store; readonly used: () => number } {
  let count = 0
  async function through<T>(operation: () => Promise<T>): Promise<T> {
    const hit = count++ === at
    if (hit && mode === 'error before') throw new Error('the connection was lost before')
    if (hit && mode === 'late') await new Promise((resolve) => setTimeout(resolve, 20))
    const done = await operation()
    if (hit && mode === 'error after commit') throw new Error('the connection was lost after')
    return done
  }
  return {
    used: () => count,
    store: {
      get: (collection, id) => through(() => store.get(collection, id)),
      find: (collection, query) => through(() => store.find(collection, query)),
      count: (collection, selection) => through(() => store.count(collection, selection)),
      group: (collection, grouping) => through(() => store.group(collection, grouping)),
      insert: (collection, document) => through(() => store.insert(collection, document)),
      transact: (work) => through(() => store.transact(work)),
    },
  }
}

interface Attempt {
  readonly as: string
  readonly served: typeof membershipFunction
  readonly procedure: string
  readonly input: unknown
  /** How often the effect is there. */
  effects(): Promise<number>
}

const chair = 'demo-factory-chair'
const union = castUnions.factory.id
const audited = async (subject: string, action: string) =>
  (
    await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject }, limit: 1000 })
  ).documents.filter((entry) => entry.action === action).length

const attempts: Readonly<Record<string, () => Promise<Attempt>>> = {
  submit: async () => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.workshop)
    const effects = async () => {
      const claim = await system.runtime.store.get(claims, `account:${accountOf(as, system.runtime)}`)
      return claim === undefined ? 0 : audited(claim.application, 'application.submit')
    }
    return { as, served: membershipFunction, procedure: 'submit', input: { form }, effects }
  },
  approve: async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
    const effects = async () => {
      const account = await system.runtime.store.get(accounts, accountOf(as, system.runtime))
      if (account?.person === undefined) return 0
      const equals = { person: account.person }
      return (await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals })).documents.length
    }
    const input = { union, application, seen: 1, verdict }
    return { as: chair, served: membershipFunction, procedure: 'decide', input, effects }
  },
  return: async () => {
    const { application } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const input = { union, application, seen: 1, verdict: { kind: 'return', reasons: ['name'] } }
    const effects = () => audited(application, 'application.return')
    return { as: chair, served: membershipFunction, procedure: 'decide', input, effects }
  },
  withdraw: async () => {
    const as = system.newcomer()
    const { application } = await sent(system, as, somebody(), situations.workshop)
    const effects = () => audited(application, 'application.withdraw')
    return { as, served: membershipFunction, procedure: 'withdraw', input: { application, seen: 1 }, effects }
  },
  resubmit: async () => {
    const as = system.newcomer()
    const { application, form } = await sent(system, as, somebody(), situations.workshop)
    const verdict = { kind: 'return', reasons: ['name'] }
    granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
    const effects = () => audited(application, 'application.resubmit')
    const input = { application, seen: 2, form }
    return { as, served: membershipFunction, procedure: 'resubmit', input, effects }
  },
  'batch of three': async () => {
    const three = await Promise.all(
      [1, 2, 3].map(() => sent(system, system.newcomer(), somebody(), situations.workshop)),
    )
    const rows = three.map(({ application }) => ({ application, seen: 1 }))
    const effects = async () => {
      const each = await Promise.all(rows.map(({ application }) => audited(application, 'application.approve')))
      return each.every((count) => count === each[0]) ? (each[0] ?? 0) : NaN
    }
    const input = { union, committee: { decidedOn: '2026-11-18' }, items: rows }
    return { as: chair, served: membershipFunction, procedure: 'decideBatch', input, effects }
  },
  invite: async () => {
    const input = { union: castUnions.newForm.id }
    const equals = { union: castUnions.newForm.id, unit: undefined }
    const effects = async () =>
      Math.min(1, (await system.runtime.store.find(invitations, { index: 'byUnion', equals })).documents.length)
    return { as: 'demo-newform-chair', served: registryFunction, procedure: 'invite', input, effects }
  },
}

async function call(attempt: Attempt, requestId: string, runtime: Runtime) {
  const { as, served, procedure, input } = attempt
  return served.answer({ procedure, input, requestId }, { openid: as, account: accountOf(as, system.runtime) }, runtime)
}

describe.each(Object.keys(attempts))('%s', (name) => {
  test.each<Mode>(['error before', 'error after commit', 'late'])(
    '%s at every single operation: a clear answer, and after repeating it exactly one effect',
    async (mode) => {
      const make = attempts[name]
      if (make === undefined) throw new Error(`there is no ${name}`)
      for (let at = 0; ; at++) {
        const attempt = await make()
        const requestId = `faults-${name.length}-${mode.length}-${at}-${system.newcomer()}`
        const { store, used } = faulty(system.runtime.store, at, mode)
        const first = await call(attempt, requestId, { ...system.runtime, store, log: () => {} })
        if (used() <= at) {
          // No operation was left to go wrong: the call went as always.
          expect({ at, ok: first.ok }).toEqual({ at, ok: true })
          expect(at).toBeGreaterThanOrEqual(2)
          break
        }
        if (!first.ok) expect(first.error?.code).toBe('FAULT')
        const second = await call(attempt, requestId, system.runtime)
        expect({ at, ok: second.ok, error: second.error?.code }).toEqual({ at, ok: true, error: undefined })
        if (first.ok) expect(second).toEqual(first)
        expect({ at, effects: await attempt.effects() }).toEqual({ at, effects: 1 })
      }
    },
  )
})
