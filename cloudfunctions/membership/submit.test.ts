import { claims, drafts } from '../_kernel/records/applications'
import { auditEntries } from '../_kernel/records/upkeep'
import { accountOf } from '../_kernel/caller'
import { castPeople, castUnions } from '../../local/demo/personas'
import { formFor, identityOf, sent, situations, somebody } from '../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

describe('a worker sends an application', () => {
  test('a rider’s goes to the street’s new-form union, and says until when', async () => {
    const as = system.newcomer()
    const { application, unionName, dueOn, state } = await sent(system, as, somebody(), situations.rider)
    expect({ unionName, state }).toEqual({ unionName: castUnions.newForm.name, state: 'submitted' })
    const mine = granted(await system.ask(as, 'membership', 'mine', {})).application
    expect(mine).toMatchObject({ application, dueOn, union: { union: castUnions.newForm.id }, undecided: false })
    expect(mine?.timeline.map(({ kind }) => kind)).toEqual(['submitted'])
  })

  test('a welder’s goes to the factory’s union, a dispatched worker’s to where the work is', async () => {
    const { unionName } = await sent(system, system.newcomer(), somebody(), situations.workshop)
    const dispatched = await sent(system, system.newcomer(), somebody(), situations.dispatched)
    expect([unionName, dispatched.unionName]).toEqual([castUnions.factory.name, castUnions.factory.name])
  })

  test('an alternative that the rules offer may be taken instead', async () => {
    const as = system.newcomer()
    const worker = somebody()
    const form = await formFor(system, as, worker, situations.rider)
    const route = granted(
      await system.ask(as, 'membership', 'previewRoute', {
        situation: situations.rider,
        retired: false,
        identity: identityOf(worker),
      }),
    )
    const [other] = route.alternatives
    expect(other).toBeDefined()
    const answer = granted(
      await system.ask(as, 'membership', 'submit', {
        form: { ...form, choice: { kind: 'offered', union: other?.union ?? '' } },
      }),
    )
    expect(answer.unionName).toBe(other?.name)
  })

  test('the draft is gone once the application is sent', async () => {
    const as = system.newcomer()
    granted(await system.ask(as, 'membership', 'saveDraft', { draft: { step: 'identity', answers: { name: '某' } } }))
    expect(await system.runtime.store.get(drafts, accountOf(as, system.runtime))).toBeDefined()
    await sent(system, as, somebody(), situations.rider)
    expect(granted(await system.ask(as, 'membership', 'loadDraft', {}))).toEqual({})
  })

  test('who, what and when stand in the audit, and nothing personal', async () => {
    const as = system.newcomer()
    const worker = somebody()
    const { application } = await sent(system, as, worker, situations.rider)
    const { documents } = await system.runtime.store.find(auditEntries, {
      index: 'bySubject',
      equals: { subject: application },
    })
    expect(documents).toMatchObject([
      { action: 'application.submit', actor: accountOf(as, system.runtime), union: castUnions.newForm.id },
    ])
    expect(JSON.stringify(documents)).not.toContain(worker.number)
  })
})

describe('the server decides, whatever the pages did', () => {
  const tamper = async (
    change: (form: Awaited<ReturnType<typeof formFor>>) => unknown,
    situation: keyof typeof situations = 'rider',
  ) => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations[situation])
    return { as, answer: await system.ask(as, 'membership', 'submit', { form: change(form) }) }
  }

  test.each([
    [
      'a wrong check digit',
      (f) => ({ ...f, identity: { ...f.identity, number: wrongCheckDigit(f.identity.number) } }),
      'IDENTITY_INVALID',
      'identity.number',
    ],
    [
      'a number cut short',
      (f) => ({ ...f, identity: { ...f.identity, number: f.identity.number.slice(0, 17) } }),
      'IDENTITY_INVALID',
      'identity.number',
    ],
    [
      'a phone of ten digits',
      (f) => ({ ...f, identity: { ...f.identity, mobile: '1380013800' } }),
      'MOBILE_INVALID',
      'identity.mobile',
    ],
    [
      'a union that the rules do not offer',
      (f) => ({ ...f, choice: { kind: 'offered', union: castUnions.battery.id } }),
      'UNION_NOT_OFFERED',
      'choice',
    ],
    [
      'a union that does not exist',
      (f) => ({ ...f, choice: { kind: 'offered', union: 'nowhere' } }),
      'UNION_NOT_OFFERED',
      'choice',
    ],
    [
      'a human decision that nobody asked for',
      (f) => ({ ...f, choice: { kind: 'review' } }),
      'UNION_NOT_OFFERED',
      'choice',
    ],
    [
      'a unit that is not on the registry',
      (f) => ({
        ...f,
        situation: { work: 'unit', unit: { kind: 'listed', unit: 'nowhere' }, establishment: 'regular' },
      }),
      'UNIT_UNKNOWN',
      'situation',
    ],
    [
      'a place that does not exist',
      (f) => ({ ...f, situation: { ...situations.rider, workRegion: 'nowhere' } }),
      'REGION_UNKNOWN',
      'situation',
    ],
    [
      'an old version of the letter',
      (f) => ({ ...f, consent: { ...f.consent, letterVersion: 'letter-2001' } }),
      'LETTER_OUTDATED',
      'consent',
    ],
    [
      'no consent to sensitive data',
      (f) => ({ ...f, consent: { ...f.consent, sensitiveAgreed: false } }),
      'BAD_INPUT',
      'form.consent.sensitiveAgreed',
    ],
    [
      'an empty objection',
      (f) => ({ ...f, choice: { kind: 'objection', sentence: '  ' } }),
      'BAD_INPUT',
      'form.choice.sentence',
    ],
  ] as readonly [string, (form: Awaited<ReturnType<typeof formFor>>) => unknown, string, string][])(
    '%s is refused at its field',
    async (_, change, code, field) => {
      const { as, answer } = await tamper(change)
      expect(codeOf(answer)).toBe(code)
      expect(answer.ok ? {} : answer.fields).toHaveProperty([field])
      expect(granted(await system.ask(as, 'membership', 'mine', {})).application).toBeUndefined()
    },
  )

  test('Changxing’s letter wants a signature, and keeps it', async () => {
    const unsigned = await tamper(
      (form) => ({ ...form, consent: { ...form.consent, signature: undefined } }),
      'battery',
    )
    expect(codeOf(unsigned.answer)).toBe('SIGNATURE_MISSING')
    const as = system.newcomer()
    await sent(system, as, somebody(), situations.battery)
    expect(granted(await system.ask(as, 'membership', 'mine', {})).application?.letter.signature?.strokes).toHaveLength(
      1,
    )
  })

  test('somebody under sixteen is told so (R01)', async () => {
    const as = system.newcomer()
    const child = castPeople.tooYoung
    const form = await formFor(system, as, somebody(), situations.rider)
    const answer = await system.ask(as, 'membership', 'submit', { form: { ...form, identity: identityOf(child) } })
    expect(codeOf(answer)).toBe('PERSON_UNDER_AGE')
  })

  test('这不对 goes to the nearest union above all that were offered, undecided', async () => {
    const as = system.newcomer()
    await sent(system, as, somebody(), situations.dispatched, {
      choice: { kind: 'objection', sentence: '我已经不在那儿干了' },
    })
    expect(granted(await system.ask(as, 'membership', 'mine', {})).application).toMatchObject({
      undecided: true,
      union: { union: castUnions.street.id },
    })
  })
})

describe('one open application', () => {
  test('an account cannot send a second one', async () => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.rider)
    granted(await system.ask(as, 'membership', 'submit', { form }))
    const again = { ...form, identity: identityOf(somebody()) }
    expect(codeOf(await system.ask(as, 'membership', 'submit', { form: again }))).toBe('APPLICATION_OPEN')
  })

  test('the same number from another account is taken without a word, and the officers see a duplicate', async () => {
    const worker = somebody()
    await sent(system, system.newcomer(), worker, situations.rider)
    const second = await sent(system, system.newcomer(), worker, situations.workshop)
    const chair = 'demo-factory-chair'
    const seen = granted(
      await system.ask(chair, 'membership', 'openApplication', {
        union: castUnions.factory.id,
        application: second.application,
      }),
    )
    expect(seen.duplicate).toBe('applying-elsewhere')
  })

  test('sent twice with one requestId it is one application, at once or later; with another form it is refused', async () => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.rider)
    const twice = await Promise.all(
      [1, 2, 3].map(() => system.ask(as, 'membership', 'submit', { form }, 'same-request-0001')),
    )
    const later = await system.ask(as, 'membership', 'submit', { form }, 'same-request-0001')
    const ids = new Set([...twice, later].map((answer) => granted(answer).application))
    expect(ids.size).toBe(1)
    const other = await system.ask(
      as,
      'membership',
      'submit',
      { form: { ...form, retired: true } },
      'same-request-0001',
    )
    expect(codeOf(other)).toBe('REQUEST_REUSED')
  })

  test('sent at once from two phones of one account it is one application; the other is told', async () => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.rider)
    const both = await Promise.all([
      system.ask(as, 'membership', 'submit', { form }),
      system.ask(as, 'membership', 'submit', { form }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['APPLICATION_OPEN', 'OK'])
  })

  test('withdrawing gives the locks back, and another may be sent', async () => {
    const as = system.newcomer()
    const worker = somebody()
    const { application } = await sent(system, as, worker, situations.rider)
    expect(codeOf(await system.ask(as, 'membership', 'withdraw', { application, seen: 1 }))).toBe('OK')
    expect(await system.runtime.store.get(claims, `account:${accountOf(as, system.runtime)}`)).toBeUndefined()
    expect((await sent(system, as, worker, situations.rider)).application).not.toBe(application)
  })

  test('one more number than a person needs in a day is refused until tomorrow', async () => {
    const as = system.newcomer()
    const preview = () =>
      system.ask(as, 'membership', 'previewRoute', {
        situation: situations.rider,
        retired: false,
        identity: identityOf(somebody()),
      })
    for (let count = 0; count < 10; count++) expect(codeOf(await preview())).toBe('OK')
    expect(codeOf(await preview())).toBe('TOO_MANY')
  })
})

function wrongCheckDigit(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
}
