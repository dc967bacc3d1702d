import fc from 'fast-check'
import { accountOf } from '../_kernel/caller'
import { applications, claims, type ApplicationRecord } from '../_kernel/records/applications'
import { membershipEvents, memberships } from '../_kernel/records/memberships'
import { identifiers } from '../_kernel/records/persons'
import { advance, isOpen, type ApplicationState } from '../../shared/membership/application'
import { castUnions } from '../../local/demo/personas'
import { formFor, situations, somebody } from '../../tests/forms'
import { codeOf, openTestSystem, type TestSystem } from '../../tests/system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(600_000)

const chairs = [
  { as: 'demo-factory-chair', union: castUnions.factory.id },
  { as: 'demo-newform-chair', union: castUnions.newForm.id },
] as const

/** What the person (from either of two phones) and the two chairs may try, wisely or not. */
const Act = fc.record({
  what: fc.constantFrom('submit', 'submit', 'approve', 'approve', 'return', 'reject', 'withdraw', 'resubmit', 'remind'),
  phone: fc.constantFrom(0, 1),
  chair: fc.constantFrom(0, 1),
  work: fc.constantFrom('workshop', 'rider'),
  /** How stale the screen is that this is done from. */
  stale: fc.constantFrom(0, 0, 0, 1),
})
type Act = typeof Act extends fc.Arbitrary<infer T> ? T : never

/** Codes that people get when somebody else was faster, or when they do what cannot be done now. Anything else is a fault. */
const expected = new Set([
  'OK',
  'APPLICATION_OPEN',
  'APPLICATION_CHANGED',
  'APPLICATION_CLOSED',
  'NOT_RETURNED',
  'NOT_FOUND',
  'ALREADY_ON_FILE',
  'ALREADY_MEMBER',
  'APPLYING_ELSEWHERE',
  'ALREADY_REMINDED',
])

describe('an application’s life, whatever is done to it and however much at once', () => {
  test('one person with two phones and two chairs: one membership at most, one open application a phone, no lock left behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(Act, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        async (rounds) => {
          const worker = somebody()
          const phones = [system.newcomer(), system.newcomer()] as const
          const forms = {
            workshop: await formFor(system, phones[0], worker, situations.workshop),
            rider: await formFor(system, phones[0], worker, situations.rider),
          }
          let lockHolder: string | undefined
          for (const acts of rounds) {
            const before = await Promise.all(phones.map(newestOf))
            const codes = await Promise.all(acts.map((act) => tried(act, before[act.phone], phones[act.phone], forms)))
            for (const code of codes) expect(expected).toContain(code)
            lockHolder = await holdsTogether(phones, lockHolder)
          }
        },
      ),
      { numRuns: 120 },
    )
  })
})

async function newestOf(phone: string): Promise<ApplicationRecord | undefined> {
  const mine = await allOf(phone)
  return mine.at(-1)
}

async function allOf(phone: string): Promise<readonly ApplicationRecord[]> {
  const account = accountOf(phone, system.runtime)
  const found = await system.runtime.store.find(applications, { index: 'byAccount', equals: { account } })
  return [...found.documents].sort((a, b) => (a.submittedAt + a._id < b.submittedAt + b._id ? -1 : 1))
}

async function tried(
  { what, chair, work, stale }: Act,
  target: ApplicationRecord | undefined,
  phone: string,
  forms: Record<Act['work'], unknown>,
): Promise<string> {
  const form = forms[work]
  if (what === 'submit') return codeOf(await system.ask(phone, 'membership', 'submit', { form }))
  if (target === undefined) return 'OK'
  const application = target._id
  const seen = Math.max(1, target.revision - stale)
  switch (what) {
    case 'withdraw':
      return codeOf(await system.ask(phone, 'membership', 'withdraw', { application, seen }))
    case 'resubmit':
      return codeOf(await system.ask(phone, 'membership', 'resubmit', { application, seen, form }))
    case 'remind':
      return codeOf(await system.ask(phone, 'membership', 'remind', { application }))
    case 'approve':
    case 'return':
    case 'reject': {
      const { as, union } = chairs[chair]
      return codeOf(await system.ask(as, 'membership', 'decide', { union, application, seen, verdict: verdicts[what] }))
    }
  }
}

const verdicts = {
  approve: { kind: 'approve', committee: { decidedOn: '2026-11-18' } },
  return: { kind: 'return', reasons: ['name'] },
  reject: { kind: 'reject', reasons: ['not_employed_here'] },
}

/** What must be true between any two acts; answers which application holds the lock on the number. */
async function holdsTogether(phones: readonly string[], holderBefore: string | undefined): Promise<string | undefined> {
  const { store } = system.runtime
  const lists = await Promise.all(phones.map(allOf))
  const all = lists.flat()

  for (const [index, mine] of lists.entries()) {
    const open = mine.filter(({ state }) => isOpen(state))
    expect(open.length).toBeLessThanOrEqual(1)
    const claim = await store.get(claims, `account:${accountOf(phones[index] ?? '', system.runtime)}`)
    expect(claim?.application).toBe(open[0]?._id)
  }
  for (const application of all) expectSoundTimeline(application)

  const [one] = all
  if (one === undefined) return undefined
  const claim = await store.get(claims, `person:${one.locks[0]}`)
  const open = new Set<string>(all.filter(({ state }) => isOpen(state)).map(({ _id }) => _id))
  if (claim !== undefined) expect(open).toContain(claim.application)
  if (holderBefore !== undefined && open.has(holderBefore)) expect(claim?.application).toBe(holderBefore)

  const approved = all.filter(({ state }) => state === 'approved')
  const identifier = await store.get(identifiers, one.locks[0] ?? '')
  expect(approved.length).toBeLessThanOrEqual(1)
  expect(identifier === undefined).toBe(approved.length === 0)
  if (identifier === undefined) return claim?.application
  expect(await store.get(memberships, identifier.person)).toMatchObject({
    state: 'active',
    union: approved[0]?.union,
    application: approved[0]?._id,
  })
  const history = await store.find(membershipEvents, { index: 'byPerson', equals: { person: identifier.person } })
  expect(history.documents.map(({ kind }) => kind)).toEqual(['joined'])
  return claim?.application
}

const commandOf = {
  resubmitted: 'resubmit',
  returned: 'return',
  approved: 'approve',
  rejected: 'reject',
  withdrawn: 'withdraw',
  assigned: 'assign',
  escalated: 'escalate',
  reminded: 'remind',
} as const

/** The timeline is a way through the machine that ends where the application stands, one revision a step; a reminder makes no officer’s screen stale. */
function expectSoundTimeline({ timeline, state, revision }: ApplicationRecord): void {
  const [first, ...steps] = timeline.map(({ kind }) => kind)
  expect(first).toBe('submitted')
  let at: ApplicationState = 'submitted'
  for (const kind of steps) {
    if (kind === 'submitted') throw new Error('an application is sent for the first time only once')
    const next = advance(at, commandOf[kind])
    if ('refuse' in next) throw new Error(`${kind} while ${at}`)
    at = next.to
  }
  expect(at).toBe(state)
  expect(revision).toBe(timeline.filter(({ kind }) => kind !== 'reminded').length)
}
