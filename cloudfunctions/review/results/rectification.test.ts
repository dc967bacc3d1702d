import { publishedEmpty } from '../../../tests/faults/of-scrutiny'
import { street } from '../../../tests/faults/ready'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { isoTime } from '../../../shared/core/time'
import { reviewPublications, reviewResults } from '../../_kernel/records/review-results'
import { castUnions } from '../../../local/demo/personas'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

/** Published on a Friday, as a region’s rules judged it. */
async function judged(as: 'alone' | 'pooled', rectification: boolean) {
  const { union, record } = await publishedEmpty(system)
  const { store } = system.runtime
  const publication = `test:${record._id}`
  await store.transact(async (tx) => {
    const result = await tx.get(reviewResults, record._id)
    if (result?.shown?.verdict === undefined) throw new Error('there is no verdict')
    const { shown: told, ...rest } = result
    const shown = { ...told, verdict: { ...result.shown.verdict, outcome: 'not-met' as const, rectification } }
    await tx.put(reviewResults, { ...rest, state: as, publication, ...(as === 'alone' ? { shown } : {}) })
    await tx.insert(reviewPublications, {
      _id: publication,
      group: 'test',
      upper: castUnions.street.id,
      year: 2026,
      kind: 'members',
      at: isoTime(Date.parse('2026-12-04T02:00:00.000Z')),
      state: 'done',
      rows: [{ review: record._id, as }],
      ...(as === 'pooled' ? { pool: shown } : {}),
    })
  })
  return granted(await system.ask(street, 'review', 'reviewResult', { union, review: record._id })).rectification
}

test('a plan is due some working days after publication, by the union, or of a pool by the union above', async () => {
  const alone = await judged('alone', true)
  expect(alone?.by).toBe('union')
  expect(alone?.dueOn && alone.dueOn > '2026-12-07').toBe(true)
  expect(await judged('pooled', true)).toEqual({ by: 'upper', dueOn: alone?.dueOn })
})

test('where the region asks for none, none is due', async () => {
  expect(await judged('alone', false)).toBeUndefined()
  expect(await judged('pooled', false)).toBeUndefined()
})
