import fc from 'fast-check'
import { castUnions } from '../local/demo/personas'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { applications } from '../cloudfunctions/_kernel/records/applications'
import { formFor, situations, somebody } from './forms'
import { codeOf, contracts, granted, openTestSystem, type FunctionName, type TestSystem } from './system'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

const raw = (event: unknown) =>
  membershipFunction.answer(event, { openid: 'hostile', account: accountOf('hostile', system.runtime) }, system.runtime)
const everyProcedure = Object.entries(contracts).flatMap(([name, { procedures }]) =>
  Object.keys(procedures).map((procedure) => [name as FunctionName, procedure] as const),
)
const count = () => system.runtime.store.count(applications, { index: 'inbox', equals: {} })

describe('what is no call gets a typed no', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'submit'],
    ['a list', [1, 2, 3]],
    ['no procedure', { input: {} }],
    ['a procedure that is a number', { procedure: 7, input: {} }],
    ['a request id with a space', { procedure: 'submit', input: {}, requestId: 'a b c d e f g h' }],
  ])('%s', async (_, event) => {
    expect((await raw(event)).error?.code).toBe('BAD_INPUT')
  })

  test.each(['nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'decide ', 'DECIDE'])(
    'the procedure “%s” does not exist',
    async (procedure) => {
      expect((await raw({ procedure, input: {}, requestId: 'hostile-0001' })).error?.code).toBe('UNKNOWN_PROCEDURE')
    },
  )

  test('a command without a request id is refused', async () => {
    expect((await raw({ procedure: 'dropDraft', input: {} })).error).toMatchObject({
      code: 'BAD_INPUT',
      fields: { requestId: expect.any(String) },
    })
  })
})

describe('what is too large, or of the wrong kind', () => {
  test('a megabyte at any procedure is refused before it is read closely', async () => {
    const huge = 'x'.repeat(1024 * 1024)
    for (const [name, procedure] of everyProcedure) {
      expect(codeOf(await system.ask('hostile', name, procedure as never, { text: huge }))).toBe('TOO_LARGE')
    }
  })

  test('a hundred thousand wrong keys name at most twenty fields', async () => {
    const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`key${index}`, index]))
    const answer = await system.ask('hostile', 'membership', 'saveDraft', many)
    expect(codeOf(answer)).toBe('BAD_INPUT')
    expect(Object.keys(answer.ok ? {} : answer.fields).length).toBeLessThanOrEqual(20)
  })

  test('a deep nest in a draft is refused or kept, never a fault', async () => {
    const deep = JSON.parse('{"a":'.repeat(3_000) + '1' + '}'.repeat(3_000)) as unknown
    const answer = await system.ask('hostile', 'membership', 'saveDraft', { draft: { step: 'x', answers: { deep } } })
    expect(codeOf(answer)).not.toBe('FAULT')
  })

  test('a cursor that no page gave is bad input', async () => {
    const answer = await system.ask('demo-factory-chair', 'membership', 'inbox', {
      union: castUnions.factory.id,
      cursor: 'made-up',
    })
    expect(answer).toMatchObject({ code: 'BAD_INPUT', fields: { cursor: expect.any(String) } })
  })

  test('prototype keys travel nowhere', async () => {
    const form: unknown = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}')
    expect(codeOf(await system.ask('hostile', 'membership', 'submit', { form }))).toBe('BAD_INPUT')
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('markup, SQL and controls in a name are a name like any other, stored sealed and answered as they came', async () => {
    const as = system.newcomer()
    const name = `<b>x</b>'; DROP TABLE applications;--`
    const worker = { ...somebody(), name }
    const form = await formFor(system, as, worker, situations.rider)
    granted(await system.ask(as, 'membership', 'submit', { form }))
    expect(granted(await system.ask(as, 'membership', 'mine', {})).application?.answers?.identity.name).toBe(name)
  })

  test('whatever JSON comes, every procedure answers with a code of its own, never a fault', async () => {
    const before = await count()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...everyProcedure), fc.jsonValue(), async ([name, procedure], input) => {
        const code = codeOf(await system.ask('hostile', name, procedure as never, input))
        expect(code).not.toBe('FAULT')
      }),
      { numRuns: 400 },
    )
    expect(await count()).toBe(before)
  })

  test('a good form with any one value replaced is taken or refused, never a fault', async () => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.dispatched)
    const paths = leaves(form)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 80 })),
        async (path, value) => {
          const code = codeOf(
            await system.ask(system.newcomer(), 'membership', 'submit', { form: replaced(form, path, value) }),
          )
          expect(code).not.toBe('FAULT')
        },
      ),
      { numRuns: 300 },
    )
  })
})

function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  )
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const from = typeof value === 'object' && value !== null ? value : {}
  return { ...from, [key]: replaced((from as Record<string, unknown>)[key], rest, by) }
}
