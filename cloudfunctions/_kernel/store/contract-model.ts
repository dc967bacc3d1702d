import fc from 'fast-check'
import { compareKeys, everyPage, letters, newUnion, type Letter } from './contract-letters'
import { DuplicateId, type Query, type Store, type Transaction } from './port'

/** Random histories on the store and on a Map: after each of them, whatever is asked, both answer the same. */
export function describeModel(open: () => Store): void {
  test('whatever is written, the store answers as a Map would', async () => {
    const history = fc.asyncProperty(
      fc.array(operation, { minLength: 1, maxLength: 12 }),
      fc.array(question, { minLength: 4, maxLength: 8 }),
      async (operations, questions) => {
        const union = newUnion()
        let model = new Map<string, Letter>()
        for (const one of operations) model = await applied(open(), model, union, one)
        for (const name of names)
          expect(await open().get(letters, `${union}:${name}`)).toEqual(model.get(`${union}:${name}`))
        for (const one of questions) await expectSameAnswer(open(), model, { ...one, equals: { union, ...one.equals } })
      },
    )
    await fc.assert(history, { numRuns: 80 })
  })
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
const states = ['', 'sent', 'left', '中', '😀', '\uffee', 'a\u0000b'] as const
const ranks = [-1, 0, 1, 1.5, 10, 1e21] as const

const fields = fc.record(
  { state: fc.constantFrom(...states), rank: fc.constantFrom(...ranks), urgent: fc.boolean() },
  { requiredKeys: [] },
)
const step = fc.record({
  act: fc.constantFrom('insert', 'put', 'put', 'remove'),
  name: fc.constantFrom(...names),
  fields,
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const operation = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
  end: fc.constantFrom('keeps', 'keeps', 'refuses', 'throws'),
})
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never

/** One transaction on both sides; the model’s new state. */
async function applied(
  store: Store,
  before: ReadonlyMap<string, Letter>,
  union: string,
  { steps, end }: Operation,
): Promise<Map<string, Letter>> {
  const after = new Map(before)
  const taken = steps.some((one) => !applyStep(after, union, one))
  const run = store.transact(async (tx) => {
    for (const one of steps) await writeStep(tx, union, one)
    if (end === 'throws') throw new Error('as planned')
    return { ok: end === 'keeps' }
  })
  if (taken) await expect(run).rejects.toThrow(DuplicateId)
  else if (end === 'throws') await expect(run).rejects.toThrow('as planned')
  else expect(await run).toEqual({ ok: end === 'keeps' })
  return taken || end !== 'keeps' ? new Map(before) : after
}

/** False where the id is taken. */
function applyStep(model: Map<string, Letter>, union: string, one: Step): boolean {
  const document = documentOf(union, one)
  if (one.act === 'remove') model.delete(document._id)
  else if (one.act === 'insert' && model.has(document._id)) return false
  else model.set(document._id, document)
  return true
}

async function writeStep(tx: Transaction, union: string, one: Step): Promise<void> {
  const document = documentOf(union, one)
  if (one.act === 'remove') await tx.remove(letters, document._id)
  else if (one.act === 'insert') await tx.insert(letters, document)
  else await tx.put(letters, document)
}

function documentOf(union: string, { name, fields }: Step): Letter {
  return { _id: `${union}:${name}`, union, text: name, ...fields }
}

const state = fc.option(fc.constantFrom(...states), { nil: undefined })
const rank = fc.option(fc.constantFrom(...ranks), { nil: undefined })
const paging = { order: fc.constantFrom('ascending', 'descending'), limit: fc.integer({ min: 1, max: 9 }) } as const
const bound = (...values: readonly (string | number)[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

const question = fc.oneof(
  fc.record({
    index: fc.constant('byState'),
    equals: fc.constant({}),
    from: bound(...states),
    until: bound(...states),
    ...paging,
  }),
  fc.record({
    index: fc.constant('byState'),
    equals: fc.record({ state }),
    from: bound(...ranks),
    until: bound(...ranks),
    ...paging,
  }),
  fc.record({
    index: fc.constant('byState'),
    equals: fc.record({ state, rank }),
    from: fc.constant(undefined),
    until: fc.constant(undefined),
    ...paging,
  }),
  fc.record({
    index: fc.constant('byRank'),
    equals: fc.constant({}),
    from: bound(...ranks),
    until: bound(...ranks),
    ...paging,
  }),
)
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never

async function expectSameAnswer(
  store: Store,
  model: ReadonlyMap<string, Letter>,
  asked: Question & Pick<Query<Letter>, 'equals'>,
): Promise<void> {
  const { from, until, ...rest } = asked
  const query: Query<Letter> = {
    ...rest,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
  const expected = answerOf(model, query)
  expect(await everyPage(store, query)).toEqual(expected)
  expect(await store.count(letters, query)).toBe(expected.length)
}

/** The port’s words on selections and order, spelled out over a Map. */
function answerOf(
  model: ReadonlyMap<string, Letter>,
  { index, equals, from, until, order }: Query<Letter>,
): readonly Letter[] {
  const indexed = letters.indexes[index] ?? []
  const open = [...indexed.filter((field) => !Object.hasOwn(equals, field)), '_id' as const]
  const bounded = open[0] ?? '_id'
  const selected = [...model.values()].filter((one) => {
    if (!indexed.every((field) => !Object.hasOwn(equals, field) || one[field] === equals[field])) return false
    if (from === undefined && until === undefined) return true
    const key = one[bounded]
    if (key === undefined) return false
    return (from === undefined || compareKeys(key, from) >= 0) && (until === undefined || compareKeys(key, until) < 0)
  })
  const ascending = [...selected].sort(
    (a, b) => open.map((field) => compareKeys(a[field], b[field])).find((difference) => difference !== 0) ?? 0,
  )
  return order === 'descending' ? [...ascending].reverse() : ascending
}
