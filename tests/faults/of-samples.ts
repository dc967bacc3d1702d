import { reviewSamples, type ReviewSampleRecord } from '../../cloudfunctions/_kernel/records/review-samples'
import { reviews } from '../../cloudfunctions/_kernel/records/reviews'
import { plainUnion } from '../../cloudfunctions/review/review.fixture'
import { reviewIdOf } from '../../cloudfunctions/review/turns'
import { daysAfter } from '../../shared/core/calendar'
import { ReviewId } from '../../shared/core/ids'
import { chinaDay, isoTime } from '../../shared/core/time'
import { reviewIn } from '../reviews'
import type { TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, inOffice, street, union } from './ready'

const known = new WeakMap<TestSystem['newcomer'], ReturnType<typeof reviewIn>>()
let made = 0

/** A population that was committed to two days ago, for a lottery of yesterday. The review itself is one for the system: it costs two keys of RSA. */
export async function committedSample(system: TestSystem): Promise<ReviewSampleRecord & { readonly review: ReviewId }> {
  const of = known.get(system.newcomer) ?? reviewIn(system, 'announced', { kind: 'sample' })
  known.set(system.newcomer, of)
  const { store, now } = system.runtime
  const review = ReviewId.parse(`${(await of)._id}.${++made}`)
  const sample: ReviewSampleRecord = {
    _id: review,
    union,
    size: 2,
    lottery: '双色球 2026130 期',
    drawnOn: daysAfter(chinaDay(now()), -1),
    state: 'committed',
    levels: [],
    step: 1,
    population: 5,
    commitment: 'commitment',
    committedAt: isoTime(Date.parse(now()) - 3 * 86_400_000),
    entries: [],
  }
  await store.insert(reviewSamples, sample)
  await putReview(system, await of, review)
  return { ...sample, review }
}

async function putReview({ runtime }: TestSystem, record: Awaited<ReturnType<typeof reviewIn>>, _id: ReviewId) {
  const { due: _, electors: __, ...kept } = record
  await runtime.store.insert(reviews, { ...kept, _id })
}

/** 区域内随机抽查. */
export const sampleAttempts: Readonly<Record<string, Cases>> = {
  announceSample: {
    'announce it': async (system) => {
      const at = await plainUnion(system)
      const { as } = await inOffice(system, at, 'chair')
      const on = (days: number) => daysAfter(chinaDay(system.runtime.now()), days)
      const days = { cutoff: on(0), receivingOn: on(5), votingOn: on(9), lastDay: on(15) }
      const review = reviewIdOf({ union: at, year: Number(days.votingOn.slice(0, 4)), kind: 'sample' })
      const input = { union: at, size: 10, lottery: '双色球 2026140 期', drawnOn: on(3), days }
      const effects = async () => {
        const isThere = (await system.runtime.store.get(reviewSamples, review)) !== undefined
        return isThere ? audited(system, review, 'review.announce') : 0
      }
      return { as, input, effects }
    },
  },
  sampleStanding: {
    ask: async (system) => ({ as: street, input: { union, review: (await committedSample(system)).review } }),
  },
  enterSampleValue: {
    'as the first': async (system) => {
      const { review } = await committedSample(system)
      const input = { union, review, numbers: '03 07 12 18 25 31 - 09' }
      return { as: street, input, effects: () => audited(system, review, 'review.sample.value') }
    },
  },
  sampleFile: {
    ask: async (system) => {
      const { as } = await inOffice(system, union, 'scrutineer')
      return { as, input: { union, review: (await committedSample(system)).review } }
    },
  },
}
