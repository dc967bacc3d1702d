import { ReviewId } from '../../shared/core/ids'
import { castUnions } from '../../local/demo/personas'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { paperAttempts, resultAttempts } from '../faults/of-counts'
import { reviewRoundAttempts } from '../faults/of-rounds-of-reviews'
import { scrutinyAttempts } from '../faults/of-scrutiny'
import { sampleAttempts } from '../faults/of-samples'
import { surveyAttempts } from '../faults/of-surveys'
import { published, readyByCode, readyToCast, readyToReceive } from '../faults/of-ballots'
import { listed, usualDays } from '../../cloudfunctions/review/review.fixture'
import { owner, worker, type Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

export async function inReviews({ system, call }: Asking): Promise<void> {
  const input = { union, kind: 'members', days: usualDays(system) }
  const review = ReviewId.parse(Reflect.get(Object(await call(chair, 'review', 'announceReview', input)), 'review'))
  await call(chair, 'review', 'reviews', { union })
  await call(owner, 'review', 'announcedReview', { review })
  await listed(system, review)
  await call(chair, 'review', 'electorList', { union, review, show: 'everybody' })
  await call(chair, 'review', 'electorCounts', { union, review })
  const objection = { about: 'other', name: worker.name, sentence: '他退休了' }
  await call(owner, 'review', 'objectToList', { review, objection })
  const [task] = (await system.runtime.store.find(tasks, { index: 'byKind', equals: { kind: 'review-objection' } }))
    .documents
  await call(chair, 'review', 'listObjection', { union, task: task?._id })
  const settled = { union, task: task?._id, verdict: { kind: 'stands' }, reason: '查过花名册' }
  await call(chair, 'review', 'settleListObjection', settled)
  await call(chair, 'review', 'callOffReview', { union, review, reason: '公告日期写错' })
  const mine = await readyToReceive(system)
  await call(mine.as, 'review', 'receive', mine.input)
  await call(mine.as, 'review', 'myReviews', {})
  await call(owner, 'review', 'receiveByCode', (await readyByCode(system)).input)
  await call(owner, 'ballot', 'cast', (await readyToCast(system)).input)
  const board = await published(system)
  await call(owner, 'ballot', 'announcement', { review: board._id })
  await call(owner, 'ballot', 'board', { review: board._id, envelope: 'ballot', page: 0 })
  for (const [procedure, cases] of Object.entries({
    ...paperAttempts,
    ...resultAttempts,
    ...reviewRoundAttempts,
    ...surveyAttempts,
    ...sampleAttempts,
    ...scrutinyAttempts,
  }))
    for (const make of Object.values(cases)) {
      const { as, input } = await make(system)
      await call(as, 'review', procedure, input)
    }
}
