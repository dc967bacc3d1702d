import fc from 'fast-check'
import { join } from 'node:path'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { applications } from '../cloudfunctions/_kernel/records/applications'
import { identifiers } from '../cloudfunctions/_kernel/records/persons'
import { memberships } from '../cloudfunctions/_kernel/records/memberships'
import type { Answer } from '../cloudfunctions/_kernel/serve'
import { ApplicationId } from '../shared/core/ids'
import { castUnions } from '../local/demo/personas'
import { everythingIn } from './crash/everything'
import { notWhole } from './crash/whole'
import { formFor, sent, situations, somebody } from './forms'
import { scheduled } from './scheduled'
import { functions, granted, openTestSystem, type FunctionName, type TestSystem } from './system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(600_000)

interface Act {
  readonly as: string
  readonly name?: FunctionName
  readonly procedure: string
  readonly input: unknown
  /** Made up where none is given. */
  readonly requestId?: string
}

let count = 0

/** All at once, in an order that the scheduler chooses anew in each run. */
async function atOnce(scheduler: fc.Scheduler, acts: readonly Act[]): Promise<readonly string[]> {
  const answers = await answersOf(scheduler, acts)
  return answers.map(({ ok, error }) => (ok ? 'OK' : (error?.code ?? '')))
}

async function answersOf(scheduler: fc.Scheduler, acts: readonly Act[]): Promise<readonly Answer[]> {
  const runtime = { ...system.runtime, store: scheduled(system.runtime.store, scheduler) }
  return scheduler.waitFor(
    Promise.all(
      acts.map(({ as, name = 'membership', procedure, input, requestId = `race-${++count}-00000000` }) =>
        functions[name].answer(
          { procedure, input, requestId },
          { openid: as, account: accountOf(as, runtime) },
          runtime,
        ),
      ),
    ),
  )
}

const chair = 'demo-factory-chair'
const union = castUnions.factory.id
const committee = { decidedOn: '2026-11-18' }
const approve = { kind: 'approve', committee }
const back = { kind: 'return', reasons: ['name'] }
const decide = (application: string, verdict: object, seen = 1): Act => ({
  as: chair,
  procedure: 'decide',
  input: { union, application, seen, verdict },
})
const lateAnswers = ['APPLICATION_CHANGED', 'APPLICATION_CLOSED']

async function waiting(worker = somebody()) {
  const as = system.newcomer()
  return { as, worker, ...(await sent(system, as, worker, situations.workshop)) }
}
const recordOf = (id: string) => system.runtime.store.get(applications, ApplicationId.parse(id))
const stateOf = async (id: string) => (await recordOf(id))?.state

/** Exactly one was first, and every other was told so. */
function expectOneFirst(codes: readonly string[]): number {
  expect(codes.filter((code) => code === 'OK')).toHaveLength(1)
  for (const code of codes) expect(['OK', ...lateAnswers]).toContain(code)
  return codes.indexOf('OK')
}

/** Each run begins with somebody new; whatever happened, the database is whole afterwards. */
function race(title: string, run: (scheduler: fc.Scheduler) => Promise<void>): void {
  test(title, async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), run), { numRuns: 25, endOnFailure: true })
    expect(notWhole(everythingIn(join(system.folder, 'home.sqlite')))).toEqual([])
  })
}

describe('at once', () => {
  race('two officers decide: one decision, the other is told', async (scheduler) => {
    const { application } = await waiting()
    const verdicts = [approve, back, { kind: 'reject', reasons: ['not_employed_here'] }]
    const first = expectOneFirst(
      await atOnce(
        scheduler,
        verdicts.map((verdict) => decide(application, verdict)),
      ),
    )
    expect(await stateOf(application)).toBe(['approved', 'returned', 'rejected'][first])
  })

  race('the worker withdraws while the chair approves', async (scheduler) => {
    const { as, application } = await waiting()
    const withdraw = { as, procedure: 'withdraw', input: { application, seen: 1 } }
    const first = expectOneFirst(await atOnce(scheduler, [withdraw, decide(application, approve)]))
    expect(await stateOf(application)).toBe(['withdrawn', 'approved'][first])
  })

  race('the worker urges while the chair approves: the approval never waits for it', async (scheduler) => {
    const { as, application } = await waiting()
    const remind = { as, procedure: 'remind', input: { application } }
    const [reminded = '', approved] = await atOnce(scheduler, [remind, decide(application, approve)])
    expect(approved).toBe('OK')
    expect(['OK', ...lateAnswers]).toContain(reminded)
    const steps = (await recordOf(application))?.timeline.map(({ kind }) => kind)
    expect(steps).toEqual(['submitted', ...(reminded === 'OK' ? ['reminded'] : []), 'approved'])
  })

  race('one person approved in two unions: one membership, and the other union is told', async (scheduler) => {
    const { worker, application } = await waiting()
    const rider = await sent(system, system.newcomer(), worker, situations.rider)
    const elsewhere: Act = {
      as: 'demo-newform-chair',
      procedure: 'decide',
      input: { union: castUnions.newForm.id, application: rider.application, seen: 1, verdict: approve },
    }
    const [here, there] = await atOnce(scheduler, [decide(application, approve), elsewhere])
    expect(here).toBe('OK')
    expect(['ALREADY_MEMBER', 'APPLYING_ELSEWHERE']).toContain(there)
    expect(await unionOf(application)).toBe(union)
  })

  race('one person sends from two phones: both are taken alike, and only one can be approved', async (scheduler) => {
    const worker = somebody()
    const phones = [system.newcomer(), system.newcomer()]
    const forms = await Promise.all(phones.map((as) => formFor(system, as, worker, situations.workshop)))
    const submits = phones.map((as, index) => ({ as, procedure: 'submit', input: { form: forms[index] } }))
    const answers = await answersOf(scheduler, submits)
    const ids = answers.map(({ data }) => String(Reflect.get(Object(data), 'application')))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    const decisions = await atOnce(
      scheduler,
      ids.map((id) => decide(id, approve)),
    )
    expect([...decisions].sort()).toEqual([expect.stringMatching(/^(ALREADY_MEMBER|APPLYING_ELSEWHERE)$/), 'OK'])
  })

  race('one account sends twice: one application', async (scheduler) => {
    const as = system.newcomer()
    const forms = await Promise.all([1, 2].map(() => formFor(system, as, somebody(), situations.workshop)))
    const codes = await atOnce(
      scheduler,
      forms.map((form) => ({ as, procedure: 'submit', input: { form } })),
    )
    expect([...codes].sort()).toEqual(['APPLICATION_OPEN', 'OK'])
  })

  race('a batch against single decisions: each application is decided once, and no row is lost', async (scheduler) => {
    const rows = await Promise.all([1, 2, 3].map(() => waiting()))
    const [first, second] = rows
    if (first === undefined || second === undefined) throw new Error('three people were sent')
    const items = rows.map(({ application }) => ({ application, seen: 1 }))
    const batch = { as: chair, procedure: 'decideBatch', input: { union, committee, items } }
    const withdraw = { as: second.as, procedure: 'withdraw', input: { application: second.application, seen: 1 } }
    const [answer, ...singles] = await answersOf(scheduler, [batch, decide(first.application, back), withdraw])
    const results: { ok: boolean; code?: string }[] = Reflect.get(Object(answer?.data), 'results')
    for (const [index, other] of [
      ['returned', singles[0]],
      ['withdrawn', singles[1]],
    ].entries()) {
      const [state, single] = other as [string, Answer]
      expectOneFirst([
        results[index]?.ok === true ? 'OK' : (results[index]?.code ?? ''),
        single.ok ? 'OK' : (single.error?.code ?? ''),
      ])
      expect(await stateOf(rows[index]?.application ?? '')).toBe(single.ok ? state : 'approved')
    }
    expect(results[2]?.ok).toBe(true)
    expect(await stateOf(rows[2]?.application ?? '')).toBe('approved')
  })

  race('a return, an approval and the mended form: what was decided on is what was sent', async (scheduler) => {
    const { as, application, form } = await waiting()
    const resubmit = { as, procedure: 'resubmit', input: { application, seen: 2, form } }
    const [returned, approved, resubmitted = ''] = await atOnce(scheduler, [
      decide(application, back),
      decide(application, approve),
      resubmit,
    ])
    expectOneFirst([returned ?? '', approved ?? ''])
    // Before the return the form stands in its own way; after the approval it is a member’s.
    expect(['OK', 'NOT_RETURNED', 'APPLICATION_OPEN', 'ALREADY_ON_FILE', ...lateAnswers]).toContain(resubmitted)
    if (resubmitted === 'OK') expect(returned).toBe('OK')
    expect(await stateOf(application)).toBe(
      approved === 'OK' ? 'approved' : resubmitted === 'OK' ? 'submitted' : 'returned',
    )
  })

  race('a mended form and a decision on the one before: the officer is told that it changed', async (scheduler) => {
    const { as, application, form } = await waiting()
    granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict: back }))
    const resubmit = { as, procedure: 'resubmit', input: { application, seen: 2, form } }
    const codes = await atOnce(scheduler, [resubmit, decide(application, approve, 1), decide(application, approve, 2)])
    expect(codes[0]).toBe('OK')
    for (const code of codes.slice(1)) expect(lateAnswers).toContain(code)
    expect(await stateOf(application)).toBe('submitted')
  })

  race('one request sent three times: one answer, one effect', async (scheduler) => {
    const { application } = await waiting()
    const act = { ...decide(application, approve), requestId: `race-${++count}-repeated` }
    const [first, second, third] = await answersOf(scheduler, [act, act, act])
    expect(first?.ok).toBe(true)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect((await recordOf(application))?.timeline).toHaveLength(2)
  })
})

/** Where the person of an application holds their membership. */
async function unionOf(id: string) {
  const application = await recordOf(id)
  const identifier = await system.runtime.store.get(identifiers, application?.locks[0] ?? '')
  return identifier === undefined ? undefined : (await system.runtime.store.get(memberships, identifier.person))?.union
}
