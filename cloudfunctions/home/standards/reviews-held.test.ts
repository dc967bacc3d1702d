import { chinaDay, isoTime } from '../../../shared/core/time'
import { sumOf, type Grades } from '../../../shared/review/kinds'
import { succeed } from '../../../shared/core/outcome'
import { openTestSystem, type TestSystem } from '../../../tests/system'
import { closedReview, ended, upperUnion } from '../../clock/reviews/publish/publish.fixture'
import { publishReviews } from '../../clock/reviews/publish/publish-reviews'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { reviews } from '../../_kernel/records/reviews'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { lookAt } from './look-at'
import { reviewsHeld } from './reviews-held'
import { figuresText } from './words'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(later(1)))

const later = (days: number) => isoTime(Date.parse(ended) + days * 86_400_000)
const grades = (satisfied: number, dissatisfied = 0): Grades => ({ satisfied, mostly: 0, dissatisfied })

const ports = () => {
  const { store, now } = system.runtime
  return { store, now: now(), today: chinaDay(now()) }
}
const outcomesOf = async (union: UnionRecord) => {
  const { values } = await policyOfUnion(union, ports())
  return (await reviewsHeld(union, values, ports())).map(({ kind, outcome }) => [kind, outcome])
}

/** Reviews below an upper union of their own, each by a union of an enterprise. */
async function reviewed(...counts: readonly (Grades | undefined)[]) {
  const { upper } = await upperUnion(system)
  const made = []
  for (const count of counts) {
    const { union, review } = await closedReview(system, upper, count)
    const enterprise: UnionRecord = { ...union, type: 'enterprise' }
    await system.runtime.store.transact(async (tx) => {
      await tx.put(unions, enterprise)
      return succeed(undefined)
    })
    made.push({ union: enterprise, review })
  }
  return made
}

/** 满意率 of 六有 6, as the page says it. */
async function satisfactionOf(union: UnionRecord) {
  const { records } = await lookAt(union, ports())
  const metric = records.flatMap(({ metrics }) => metrics).find(({ name }) => name === 'satisfaction_rate')
  return metric === undefined ? undefined : [metric.judged.state, figuresText(metric.name, metric.judged)]
}

describe('满意率 comes from 会员评家 alone, as it was published (M6)', () => {
  test('nothing before it is published, and of a large union its own after that', async () => {
    const [large] = await reviewed(grades(95, 5))
    if (large === undefined) throw new Error('no review')
    expect(await outcomesOf(large.union)).toEqual([])
    expect(await satisfactionOf(large.union)).toEqual(['no-record', '没有登记'])
    await publishReviews(system.runtime)
    expect(await outcomesOf(large.union)).toEqual([['members', { satisfied: 95, valid: 100, pooled: false }]])
    expect(await satisfactionOf(large.union)).toEqual(['met', '95 ÷ 100 ＝ 95%，要求 90%'])
  })

  test('of small ones the pool’s is that of each, marked (合并)', async () => {
    const [one, other] = await reviewed(grades(11, 1), grades(9, 3))
    if (one === undefined || other === undefined) throw new Error('no review')
    await publishReviews(system.runtime)
    const pooled = [['members', { satisfied: 20, valid: 24, pooled: true }]]
    expect([await outcomesOf(one.union), await outcomesOf(other.union)]).toEqual([pooled, pooled])
    expect(await satisfactionOf(one.union)).toEqual(['short', '20 ÷ 24 ＝ 83.3%，要求 90%（合并公布的结果），还差 2'])
  })

  test('基本满意 is counted as the verdict says', async () => {
    const [one] = await reviewed(sumOf(grades(50, 5), { ...grades(0), mostly: 45 }))
    if (one === undefined) throw new Error('no review')
    await publishReviews(system.runtime)
    const { reviewMostlyCounts } = (await policyOfUnion(one.union, ports())).values
    expect(await outcomesOf(one.union)).toEqual([
      ['members', { satisfied: reviewMostlyCounts ? 95 : 50, valid: 100, pooled: false }],
    ])
  })

  test('what was withheld is told as held, without a number', async () => {
    const [few] = await reviewed(grades(5), undefined)
    if (few === undefined) throw new Error('no review')
    system.travel(later(31))
    await publishReviews(system.runtime)
    expect(await outcomesOf(few.union)).toEqual([['members', undefined]])
    expect(await satisfactionOf(few.union)).toEqual(['no-record', '2026 年 12 月 3 日评的，人太少，结果没有公布'])
  })

  test('a survey of staff that was published is none of members', async () => {
    const [large] = await reviewed(grades(95, 5))
    if (large === undefined) throw new Error('no review')
    await publishReviews(system.runtime)
    await system.runtime.store.transact(async (tx) => {
      const record = await tx.get(reviews, large.review)
      if (record !== undefined) await tx.put(reviews, { ...record, kind: 'staff', category: 'regionalStaff' })
      return succeed(undefined)
    })
    expect(await outcomesOf(large.union)).toEqual([['staff', { satisfied: 95, valid: 100, pooled: false }]])
    expect(await satisfactionOf(large.union)).toEqual(['no-record', '没有登记'])
  })
})
