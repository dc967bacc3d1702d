import fc from 'fast-check'
import { isoTime } from '../../../../shared/core/time'
import type { FiguresView } from '../../../../shared/contract/review-results'
import type { ReviewId } from '../../../../shared/core/ids'
import { derivableFrom, everyChoice } from '../../../../shared/review/derivable.fixture'
import { ballotsIn, Grade, sumOf, type Grades } from '../../../../shared/review/kinds'
import { isAwaited } from '../../../../shared/review/awaited'
import { faulty, modes } from '../../../../tests/faults/faulty'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../../tests/system'
import { unions, type UnionRecord } from '../../../_kernel/records/registry'
import { publicationsDue, reviewPublications, reviewResults } from '../../../_kernel/records/review-results'
import { reviews } from '../../../_kernel/records/reviews'
import { auditEntries } from '../../../_kernel/records/upkeep'
import { closedReview, counted, ended, upperUnion } from './publish.fixture'
import { publishReviews } from './publish-reviews'

const limit = 20
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(Date.parse(ended) + 600_000)))

const later = (days: number) => isoTime(Date.parse(ended) + days * 86_400_000 + 600_000)
const publish = () => publishReviews(system.runtime)
const grades = (satisfied: number, dissatisfied = 0): Grades => ({ satisfied, mostly: 0, dissatisfied })
const told = async (as: string, { review, union }: { review: ReviewId; union: UnionRecord }) =>
  granted(await system.ask(as, 'review', 'reviewResult', { union: union._id, review }))
const below = async (as: string, upper: UnionRecord) =>
  granted(await system.ask(as, 'review', 'reviewsBelow', { union: upper._id, year: 2026, kind: 'members' }))

describe('whoever is counted waits for the others of the group', () => {
  test.each([
    ['one that ends later, within the month', 10, 5, true],
    ['papers that nobody counts', 0, 20, true],
    ['not for ever', 0, 31, false],
    ['not for one that ends after it', 40, 5, false],
  ])('%s', (_, endsAfter, days, waits) => {
    expect(isAwaited({ votingUntil: later(endsAfter), firstEnd: ended }, later(days))).toBe(waits)
  })
})

test('a large union is told by itself, small ones together and by name, and nothing before all are counted', async () => {
  const { upper, as } = await upperUnion(system)
  const large = await closedReview(system, upper, grades(95, 5))
  const small = [await closedReview(system, upper, grades(11, 1)), await closedReview(system, upper, grades(9, 3))]
  const late = await closedReview(system, upper, undefined)
  await publish()
  expect((await told(as, large)).told).toBe('not-yet')
  expect(JSON.stringify(await below(as, upper))).not.toContain('satisfied')
  await counted(system, late.review, late.union, grades(30))
  expect(await publish()).toBe(1)
  expect(await told(as, large)).toMatchObject({
    phase: 'published',
    told: 'alone',
    voted: 100,
    figures: { grades: grades(95, 5), verdict: { outcome: 'met' } },
  })
  const [one, other] = await Promise.all(small.map((each) => told(as, each)))
  expect(one).toMatchObject({
    told: 'pooled',
    voted: 12,
    figures: { grades: grades(20, 4), electors: 24 },
    pool: { count: 2 },
  })
  expect(other?.figures).toEqual(one?.figures)
  expect(one?.figures?.verdict?.outcome).toBe('not-met')
  const table = await below(as, upper)
  expect(table.publications).toMatchObject([{ alone: 2, pooled: 2, withheld: 0, total: grades(145, 9) }])
  expect(table.rows.filter(({ review }) => review?.figures !== undefined)).toHaveLength(2)
})

test('too few even together are told as such, and come with the next publication', async () => {
  const { upper, as } = await upperUnion(system)
  const few = await closedReview(system, upper, grades(5))
  const late = await closedReview(system, upper, undefined)
  system.travel(later(31))
  expect(await publish()).toBe(1)
  expect(await told(as, few)).toMatchObject({ told: 'withheld', phase: 'published', voted: 5 })
  expect((await told(as, few)).figures).toBeUndefined()
  expect((await below(as, upper)).publications[0]?.total).toBeUndefined()
  await counted(system, late.review, late.union, grades(30, 2))
  await publish()
  expect(await told(as, few)).toMatchObject({ told: 'pooled', figures: { grades: grades(35, 2) } })
  expect(await told(as, late)).toMatchObject({ told: 'pooled' })
})

test('what was counted before its union went to another upper union is published where it was counted', async () => {
  const [{ upper, as }, { upper: other }] = [await upperUnion(system), await upperUnion(system)]
  const moved = await closedReview(system, upper, grades(40))
  const { store } = system.runtime
  await store.transact((tx) =>
    tx.put(unions, { ...moved.union, parent: other._id, line: [moved.union._id, ...other.line] }),
  )
  expect(await publish()).toBe(1)
  expect((await store.get(reviews, moved.review))?.phase).toBe('published')
  expect((await below(as, upper)).publications).toMatchObject([{ alone: 1, total: grades(40) }])
})

test('what was written is read where enough wrote, in no order of arrival', async () => {
  const { upper, as } = await upperUnion(system)
  const [many, few] = [await closedReview(system, upper, undefined), await closedReview(system, upper, undefined)]
  const texts = Array.from({ length: limit }, (_, at) => `第${at}条`).sort()
  await counted(system, many.review, many.union, grades(50), texts)
  await counted(system, few.review, few.union, grades(50), texts.slice(1))
  await publish()
  const read = async ({ review, union }: typeof many) =>
    granted(await system.ask(as, 'review', 'reviewRemarks', { union: union._id, review })).comments
  expect(await read(many)).toEqual(texts)
  expect(await read(few)).toEqual([])
})

test('two clocks at once, and one that is killed, publish once', async () => {
  for (const mode of modes) {
    const { upper, as } = await upperUnion(system)
    const all = [await closedReview(system, upper, grades(40)), await closedReview(system, upper, grades(3))]
    for (let at = 0; at < 60; at++) {
      const { store, ballots, hit } = faulty(system.runtime, at, mode)
      await publishReviews({ ...system.runtime, store, ballots, log: () => {} }).catch(() => 0)
      if (!hit()) break
    }
    await Promise.all([publish(), publish()])
    const found = await system.runtime.store.find(reviewPublications, {
      index: 'byUpper',
      equals: { upper: upper._id, year: 2026 },
    })
    expect(found.documents.map(({ state }) => state)).toEqual(['done'])
    for (const each of all) {
      expect((await told(as, each)).told).toBe('pooled')
      expect((await system.runtime.store.get(reviews, each.review))?.phase).toBe('published')
      const entries = await system.runtime.store.find(auditEntries, {
        index: 'bySubject',
        equals: { subject: each.review },
      })
      expect(entries.documents.map(({ action }) => action)).toEqual(['review.publish'])
    }
  }
})

test('what is counted while the others are being published comes with the next publication', async () => {
  const { upper, as } = await upperUnion(system)
  await closedReview(system, upper, grades(40))
  const late = await closedReview(system, upper, undefined)
  system.travel(later(31))
  const { store } = system.runtime
  const meanwhile: TestSystem['runtime'] = {
    ...system.runtime,
    store: {
      ...store,
      insert: async (collection, document) => {
        if (collection.name === reviewPublications.name) await counted(system, late.review, late.union, grades(50))
        return store.insert(collection, document)
      },
    },
  }
  expect(await publishReviews(meanwhile)).toBe(1)
  expect((await told(as, late)).told).toBe('not-yet')
  await publish()
  expect(await told(as, late)).toMatchObject({ told: 'alone', figures: { grades: grades(50) } })
  await publish()
  const left = await store.find(publicationsDue, { index: 'byDue', equals: {}, limit: 1000 })
  expect(left.documents.filter((due) => due.upper === upper._id)).toEqual([])
})

test('what lies in the store of a pooled union does not tell its grades', async () => {
  const { upper } = await upperUnion(system)
  const small = await closedReview(system, upper, grades(7, 1))
  await closedReview(system, upper, grades(50))
  await publish()
  expect(JSON.stringify(await system.runtime.store.get(reviewResults, small.review))).not.toContain('satisfied')
})

test('nobody else reads it: not a stranger, not the union beside', async () => {
  const { upper } = await upperUnion(system)
  const each = await closedReview(system, upper, grades(50))
  await publish()
  const { as: beside } = await upperUnion(system)
  const input = { union: each.union._id, review: each.review }
  expect(codeOf(await system.ask(beside, 'review', 'reviewResult', input))).toBe('NOT_ALLOWED')
  const stranger = system.newcomer()
  expect(codeOf(await system.ask(stranger, 'review', 'myReviewResult', { review: each.review }))).toBe('NOT_FOUND')
})

/** What lies in the boxes of one union: how many of each grade by phone and on paper, and papers that do not count. */
interface Boxes {
  readonly phone: Grades
  readonly paper: Grades
  readonly invalid: number
}
interface Reviewed {
  readonly review: ReviewId
  readonly union: UnionRecord
  readonly boxes: Boxes
}

/** A number that somebody is told, and of which boxes it is the sum. */
interface Told {
  readonly figure: number
  readonly of: (each: Reviewed) => Readonly<Record<'phone' | 'paper', readonly Grade[]>> & { readonly invalid: boolean }
}
const nothing = { phone: [], paper: [], invalid: false } as const

/** 公布的每一个数: all that any answer says of votes, to the unions themselves, to members and to the union above. */
async function everythingTold(as: string, upper: UnionRecord, all: readonly Reviewed[]): Promise<readonly Told[]> {
  const isOf = (reviews: readonly string[], { review }: Reviewed) => reviews.includes(review)
  const graded = (reviews: readonly string[], grades: Grades): readonly Told[] =>
    Grade.options.map((grade) => ({
      figure: grades[grade],
      of: (each) => (isOf(reviews, each) ? { phone: [grade], paper: [grade], invalid: false } : nothing),
    }))
  const figured = (reviews: readonly string[], { grades, invalid }: FiguresView): readonly Told[] => [
    ...graded(reviews, grades),
    { figure: invalid, of: (each) => (isOf(reviews, each) ? { ...nothing, invalid: true } : nothing) },
  ]
  const votedIn = (review: string, voted: number | undefined): readonly Told[] =>
    voted === undefined
      ? []
      : [
          {
            figure: voted,
            of: (each) =>
              isOf([review], each) ? { phone: Grade.options, paper: Grade.options, invalid: true } : nothing,
          },
        ]
  const byName = new Map(all.map(({ union, review }) => [union.name, review]))
  const shown: Told[] = []
  for (const each of all) {
    const { figures, pool, voted, proof } = await told(as, each)
    const of = pool === undefined ? [each.review] : pool.unions.map((name) => byName.get(name) ?? '')
    if (figures !== undefined) shown.push(...figured(of, figures))
    shown.push(...votedIn(each.review, voted))
    if (proof !== undefined)
      shown.push({
        figure: proof.board,
        of: (one) => (one === each ? { ...nothing, phone: Grade.options } : nothing),
      })
  }
  const { rows, publications } = await below(as, upper)
  for (const { review } of rows) {
    if (review === undefined) continue
    if (review.figures !== undefined) shown.push(...figured([review.review], review.figures))
    shown.push(...votedIn(review.review, review.voted))
  }
  const records = await system.runtime.store.find(reviewPublications, {
    index: 'byUpper',
    equals: { upper: upper._id, year: 2026, kind: 'members' },
  })
  publications.forEach(({ pool, total }, at) => {
    const rowsIn = records.documents[at]?.rows ?? []
    if (total !== undefined)
      shown.push(
        ...graded(
          rowsIn.map(({ review }) => review),
          total,
        ),
      )
    const pooled = rowsIn.filter((row) => row.as === 'pooled').map(({ review }) => review)
    if (pool !== undefined) shown.push(...figured(pooled, pool))
  })
  return shown
}

/** The boxes that a number is the sum of, as a row: six for each union and one for papers that do not count. */
const rowOf = ({ of }: Told, all: readonly Reviewed[]) =>
  all.flatMap((each) => {
    const { phone, paper, invalid } = of(each)
    const marks = (grades: readonly Grade[]) => Grade.options.map((grade) => (grades.includes(grade) ? 1 : 0))
    return [...marks(phone), ...marks(paper), invalid ? 1 : 0]
  })
const contentOf = (all: readonly Reviewed[]) =>
  all.flatMap(({ boxes: { phone, paper, invalid } }) => [
    ...Grade.options.map((grade) => phone[grade]),
    ...Grade.options.map((grade) => paper[grade]),
    invalid,
  ])
/** Where nobody voted by a channel, that is told, and nothing of it is a secret. */
const emptyBoxes = (all: readonly Reviewed[]) =>
  all.flatMap(({ boxes }, at) => {
    const before = 7 * at
    const empty = [
      ...(ballotsIn(boxes.phone) === 0 ? [0, 1, 2] : []),
      ...(ballotsIn(boxes.paper) + boxes.invalid === 0 ? [3, 4, 5, 6] : []),
    ]
    return empty.map((box) => Array.from({ length: 7 * all.length }, (_, column) => (column === before + box ? 1 : 0)))
  })

test('no sum or difference of all that is published, over several publications, tells a grade of fewer than the limit', async () => {
  const some = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }))
  const few = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 }))
  const gradesOf = (each: fc.Arbitrary<number>) => fc.record({ satisfied: each, mostly: few, dissatisfied: few })
  const boxes = fc.record({ phone: gradesOf(some), paper: gradesOf(few), invalid: fc.integer({ min: 0, max: 3 }) })
  const rounds = fc.array(fc.tuple(boxes, fc.boolean()), { minLength: 3, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rounds, async (unionsBelow) => {
      system.travel(later(0))
      const { upper, as } = await upperUnion(system)
      const all: (Reviewed & { readonly isLate: boolean })[] = []
      for (const [of, isLate] of unionsBelow)
        all.push({ ...(await closedReview(system, upper, undefined)), boxes: of, isLate })
      const count = async (whichAreLate: boolean) => {
        for (const { review, union, isLate, boxes: of } of all)
          if (isLate === whichAreLate)
            await counted(system, review, union, sumOf(of.phone, of.paper), [], {
              grades: of.paper,
              invalid: of.invalid,
            })
      }
      await count(false)
      system.travel(later(31))
      await publish()
      await count(true)
      await publish()

      const shown = await everythingTold(as, upper, all)
      const content = contentOf(all)
      const rows = shown.map((each) => rowOf(each, all))
      for (const [at, { figure }] of shown.entries())
        expect((rows[at] ?? []).reduce((sum, times, box) => sum + times * (content[box] ?? 0), 0)).toBe(figure)
      const isDerivable = derivableFrom([...rows, ...emptyBoxes(all)])
      for (const chosen of everyChoice(2 * all.length)) {
        const ballots = all.reduce((sum, { boxes: { phone, paper } }, at) => {
          const [byPhone, onPaper] = [chosen[2 * at] === true, chosen[2 * at + 1] === true]
          return sum + (byPhone ? ballotsIn(phone) : 0) + (onPaper ? ballotsIn(paper) : 0)
        }, 0)
        if (ballots === 0 || ballots >= limit) continue
        for (const grade of [0, 1, 2]) {
          const boxOf = (at: number) => [0, 1, 2].map((each) => (chosen[at] === true && each === grade ? 1 : 0))
          const group = all.flatMap((_, at) => [...boxOf(2 * at), ...boxOf(2 * at + 1), 0])
          expect([chosen, isDerivable(group)]).toEqual([chosen, false])
        }
      }
    }),
    { numRuns: 12 },
  )
})
