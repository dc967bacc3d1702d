import { castUnions } from '../../local/demo/personas'
import { UnionId, type ReviewId } from '../../shared/core/ids'
import { daysAfter } from '../../shared/core/calendar'
import { chinaDay } from '../../shared/core/time'
import type { DaysOfReview } from '../../shared/review/days'
import { unions } from '../_kernel/records/registry'
import { reviewKeys, reviews, type ReviewKeysRecord } from '../_kernel/records/reviews'
import { keySetOf, newSigningPair } from '../_kernel/review/keys'
import { tasks } from '../_kernel/records/tasks'
import { takeStretch } from './electorate/take-list'
import { granted, type TestSystem } from '../../tests/system'

/** 公告 today, list tomorrow, receiving from the third day on, voting from the tenth, for a week. */
export function usualDays({ runtime }: Pick<TestSystem, 'runtime'>): DaysOfReview {
  const today = chinaDay(runtime.now())
  const on = (days: number) => daysAfter(today, days)
  return { cutoff: today, receivingOn: on(2), votingOn: on(9), lastDay: on(15) }
}

/** The same, so far away that nothing of it comes in a test’s weeks. */
export function distantDays({ runtime }: Pick<TestSystem, 'runtime'>): DaysOfReview {
  const on = (days: number) => daysAfter(chinaDay(runtime.now()), days)
  return { cutoff: on(0), receivingOn: on(100), votingOn: on(110), lastDay: on(120) }
}

let pair: ReturnType<typeof newSigningPair> | undefined

/** A set in the stock. Its signing keys are the same throughout a test file, sealed anew for each set: making them takes as long as a test. */
export async function spareSet({ runtime }: Pick<TestSystem, 'runtime'>): Promise<ReviewKeysRecord> {
  const set = keySetOf(await (pair ??= newSigningPair()), runtime)
  await runtime.store.insert(reviewKeys, set)
  return set
}

let unionsMade = 0

/** A union directly below the street, put there past the procedures: founding one takes as long as a test. */
export async function plainUnion({ runtime }: Pick<TestSystem, 'runtime'>): Promise<UnionId> {
  const { store } = runtime
  const above = await store.get(unions, castUnions.street.id)
  if (above === undefined) throw new Error('there is no street')
  const _id = UnionId.parse(`union-of-reviews-${++unionsMade}`)
  const { region, line } = above
  const facts = {
    name: '青岛评家测试工会',
    type: 'enterprise',
    status: 'active',
    direct: true,
  } as const
  await store.transact((tx) =>
    tx.put(unions, { _id, ...facts, industries: [], region, parent: above._id, line: [_id, ...line] }),
  )
  return _id
}

/** A review that a chair has just announced. */
export async function announced(
  system: Pick<TestSystem, 'runtime' | 'ask'>,
  union: UnionId = castUnions.factory.id,
  as = 'demo-factory-chair',
  days = usualDays(system),
): Promise<ReviewId> {
  const input = { union, kind: 'members', days }
  await spareSet(system)
  return granted(await system.ask(as, 'review', 'announceReview', input)).review
}

/** Its list is taken today, without waiting for the cut-off to be over. */
export async function listed({ runtime }: Pick<TestSystem, 'runtime'>, review: ReviewId): Promise<ReviewId> {
  const record = await runtime.store.get(reviews, review)
  if (record === undefined) throw new Error('there is no such review')
  while (!(await takeStretch(record, runtime))) continue
  return review
}

/** Somebody who stands on the list says that it is wrong. */
export async function objectedToList(
  system: TestSystem,
  as: string,
  review: ReviewId,
  objection: object = { about: 'other', name: '欧阳异议', sentence: '他上个月就退休了' },
): Promise<string> {
  granted(await system.ask(as, 'review', 'objectToList', { review, objection }))
  const newest = { index: 'byKind', equals: { kind: 'review-objection', state: 'open' }, limit: 1000 } as const
  const { documents } = await system.runtime.store.find(tasks, newest)
  const task = documents.find(({ subject }) => subject.startsWith(review))
  if (task === undefined) throw new Error('nobody was asked to settle it')
  return task._id
}
