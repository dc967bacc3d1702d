import { castUnions } from '../../../local/demo/personas'
import { daysAfter } from '../../../shared/core/calendar'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { joinedMember } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { tasks } from '../../_kernel/records/tasks'
import { listObjections } from '../../_kernel/records/elector-lists'
import { unions } from '../../_kernel/records/registry'
import { reviewKeys, reviews } from '../../_kernel/records/reviews'
import { auditEntries } from '../../_kernel/records/upkeep'
import type { Store } from '../../_kernel/store/port'
import { newUnion } from '../../membership/events/events.fixture'
import { putElectors, tellersOf } from '../../review/counting.fixture'
import { announced, objectedToList } from '../../review/review.fixture'
import { stepReviews } from './step'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const street = 'demo-street'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

/** Early on a day of the review: so many days after it was announced. */
const onDay = (day: number) => system.travel(isoTime(start + day * 86_400_000 - 9 * 3_600_000))
async function clockOn(day: number): Promise<void> {
  onDay(day)
  await stepReviews(system.runtime)
}
const reviewNow = async (id: ReviewId) => {
  const found = await system.runtime.store.get(reviews, id)
  if (found === undefined) throw new Error('there is no review')
  return found
}
const phaseOf = async (id: ReviewId) => (await reviewNow(id)).phase
const said = async (subject: string) => {
  const page = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject }, limit: 50 })
  return page.documents.map(({ action }) => action)
}

async function fresh(): Promise<ReviewId> {
  return announced(system, (await newUnion(system)).union, street)
}

test('the clock leads a review from its announcement to its close, and nobody can sign afterwards', async () => {
  const review = await fresh()
  const { keys } = await reviewNow(review)
  await clockOn(0)
  expect(await reviewNow(review)).toMatchObject({ phase: 'announced' })
  expect((await reviewNow(review)).electors).toBeUndefined()
  await clockOn(1)
  expect(await reviewNow(review)).toMatchObject({ phase: 'announced', electors: 0 })
  for (const [day, phase] of [
    [2, 'receiving'],
    [8, 'receiving'],
    [9, 'voting'],
    [15, 'voting'],
  ] as const) {
    await clockOn(day)
    expect(await phaseOf(review)).toBe(phase)
    expect((await system.runtime.store.get(reviewKeys, keys))?.signing).toBeDefined()
  }
  await clockOn(16)
  expect(await phaseOf(review)).toBe('closed')
  const left = await system.runtime.store.get(reviewKeys, keys)
  expect(left?.signing).toBeUndefined()
  expect(left?.tally).toBeDefined()
  expect(await said(review)).toEqual([
    'review.announce',
    'review.list',
    'review.open-receiving',
    'review.open-voting',
    'review.close',
  ])
  await clockOn(17)
  expect(await said(review)).toHaveLength(5)
})

test('two clocks at once take each step once', async () => {
  const review = await fresh()
  for (const day of [1, 2, 9, 16]) {
    onDay(day)
    await Promise.all([stepReviews(system.runtime), stepReviews(system.runtime), stepReviews(system.runtime)])
  }
  expect(await phaseOf(review)).toBe('closed')
  expect(await said(review)).toHaveLength(5)
})

test('a clock that dies in any transaction is followed by one that finds everything as it was or done', async () => {
  const review = await fresh()
  for (const day of [1, 2, 9, 16]) {
    onDay(day)
    for (let dies = 1; dies < 4; dies++) {
      const { store } = system.runtime
      let begun = 0
      const dying: Store = {
        get: store.get.bind(store),
        find: store.find.bind(store),
        count: store.count.bind(store),
        group: store.group.bind(store),
        insert: store.insert.bind(store),
        transact: async (work) => {
          const done = await store.transact(work)
          if (++begun === dies) throw new Error('killed after the write')
          return done
        },
      }
      await stepReviews({ ...system.runtime, store: dying, log: () => {} })
    }
    await stepReviews(system.runtime)
  }
  expect(await phaseOf(review)).toBe('closed')
  expect(await said(review)).toHaveLength(5)
})

test('after a night without a clock all that is due is done in one run', async () => {
  const review = await fresh()
  await clockOn(10)
  expect(await phaseOf(review)).toBe('voting')
})

describe('a union that ends meanwhile', () => {
  const merge = (union: UnionId) =>
    system.runtime.store.transact(async (tx) => {
      const record = await tx.get(unions, union)
      if (record === undefined) throw new Error('there is no union')
      const endedOn = chinaDay(system.runtime.now())
      await tx.put(unions, { ...record, status: 'merged', successor: castUnions.factory.id, endedOn })
    })

  test('has its review called off, as long as nobody can have voted', async () => {
    for (const days of [[1], [1, 2, 9]]) {
      const { union } = await newUnion(system)
      system.travel(isoTime(start))
      const review = await announced(system, union, street)
      for (const day of days.slice(0, -1)) await clockOn(day)
      await merge(union)
      await clockOn(days.slice(-1)[0] ?? 1)
      expect(await reviewNow(review)).toMatchObject({
        phase: 'called-off',
        calledOff: { by: 'clock', reason: expect.stringContaining('合并') },
      })
    }
  })

  test('is counted to the end once people vote; its papers lie with the union above', async () => {
    const { union } = await newUnion(system)
    const review = await announced(system, union, street)
    await clockOn(1)
    await putElectors(system, review, { paper: 2 })
    for (const day of [2, 9]) await clockOn(day)
    await merge(union)
    await clockOn(16)
    expect(await phaseOf(review)).toBe('closed')
    const parent = (await system.runtime.store.get(unions, union))?.parent
    expect(await system.runtime.store.get(tasks, `review-papers:${review}`)).toMatchObject({ union, desk: parent })
  })
})

describe('papers that wait to be counted', () => {
  const taskOf = async (review: ReviewId) => system.runtime.store.get(tasks, `review-papers:${review}`)

  test('are a task of the union from the close until both tellers agree', async () => {
    const { union } = await newUnion(system)
    const review = await announced(system, union, street)
    await clockOn(1)
    await putElectors(system, review, { paper: 2 })
    for (const day of [2, 9, 15]) await clockOn(day)
    expect(await taskOf(review)).toBeUndefined()
    await clockOn(16)
    const asked = await taskOf(review)
    expect(asked).toMatchObject({ state: 'open', union, desk: union })
    expect((asked?.dueOn ?? '') > chinaDay(system.runtime.now())).toBe(true)
    const tellers = await tellersOf(system, union)
    const count = { union, review, grades: { satisfied: 1, mostly: 0, dissatisfied: 1 }, invalid: 0 }
    granted(await system.ask(tellers.one, 'review', 'enterPaperCount', count))
    expect(await taskOf(review)).toMatchObject({ state: 'open' })
    granted(await system.ask(tellers.other, 'review', 'enterPaperCount', count))
    expect(await taskOf(review)).toMatchObject({ state: 'done' })
  })

  test('are nobody’s task where nobody took one', async () => {
    const review = await fresh()
    for (const day of [1, 2, 9, 16]) await clockOn(day)
    expect([await phaseOf(review), await taskOf(review)]).toEqual(['closed', undefined])
  })
})

describe('an objection that stays open', () => {
  const union = castUnions.factory.id
  const chair = 'demo-factory-chair'
  let year = 0
  /** One review a year and union: each test has another year, and announces in it. */
  const objected = async () => {
    const votingOn = 400 * ++year
    system.travel(isoTime(start + (votingOn - 20) * 86_400_000))
    const { as } = await joinedMember(system)
    const on = (days: number) => daysAfter(chinaDay(system.runtime.now()), days)
    const days = { cutoff: on(0), receivingOn: on(11), votingOn: on(20), lastDay: on(29) }
    const review = await announced(system, union, chair, days)
    await clockOn(votingOn - 18)
    const task = await objectedToList(system, as, review)
    return { review, task, votingOn }
  }
  const settle = (task: string) =>
    system.ask(chair, 'review', 'settleListObjection', { union, task, verdict: { kind: 'stands' }, reason: '核对过' })

  test('holds up voting; as soon as it is settled, voting begins, and its last day stays', async () => {
    const { review, task, votingOn } = await objected()
    await clockOn(votingOn + 1)
    expect(await reviewNow(review)).toMatchObject({ phase: 'receiving', openObjections: 1 })
    const { votingUntil } = await reviewNow(review)
    granted(await settle(task))
    await stepReviews(system.runtime)
    expect(await reviewNow(review)).toMatchObject({ phase: 'voting', openObjections: 0, votingUntil })
  })

  test('until half of the voting days are gone: the review is called off, the task dropped, and the year is free again', async () => {
    const { review, task, votingOn } = await objected()
    await clockOn(votingOn + 6)
    expect(await reviewNow(review)).toMatchObject({ phase: 'called-off', calledOff: { by: 'clock' } })
    await stepReviews(system.runtime)
    expect(await reviewNow(review)).toMatchObject({ openObjections: 0 })
    expect((await reviewNow(review)).due).toBeUndefined()
    expect(await system.runtime.store.get(tasks, task)).toMatchObject({ state: 'dropped' })
    const open = { index: 'byOpen', equals: { review, open: true } } as const
    expect((await system.runtime.store.find(listObjections, open)).documents).toEqual([])
    expect(codeOf(await settle(task))).toBe('TASK_CLOSED')
    const today = chinaDay(system.runtime.now())
    const again = {
      cutoff: today,
      receivingOn: daysAfter(today, 2),
      votingOn: daysAfter(today, 3),
      lastDay: daysAfter(today, 7),
    }
    const second = await announced(system, union, chair, again)
    expect([second === `${review}:2`, (await reviewNow(second)).phase]).toEqual([true, 'announced'])
    const third = await system.ask(chair, 'review', 'announceReview', { union, kind: 'members', days: again })
    expect(codeOf(third)).toBe('REVIEW_THIS_YEAR')
  })
})
