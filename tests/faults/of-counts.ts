import { putElectors, putPhase } from '../../cloudfunctions/review/counting.fixture'
import { newUnion } from '../../cloudfunctions/membership/events/events.fixture'
import { electorId, electors, reviews, type ElectorRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { paperCounts } from '../../cloudfunctions/_kernel/records/review-counts'
import { announced } from '../../cloudfunctions/review/review.fixture'
import { closedReview, counted, upperUnion } from '../../cloudfunctions/clock/reviews/publish/publish.fixture'
import { publishReviews } from '../../cloudfunctions/clock/reviews/publish/publish-reviews'
import { isoTime } from '../../shared/core/time'
import { castUnions } from '../../local/demo/personas'
import { PersonId, type ReviewId, type UnionId } from '../../shared/core/ids'
import type { TestSystem } from '../system'
import { inOffice, street } from './ready'
import { joinedMember } from '../members'
import type { Cases } from './attempt'

const upper = castUnions.street.id

/** A review of a new union in voting, with an elector who has no channel, and a teller of the union above. */
async function inVoting(system: TestSystem) {
  const { union } = await newUnion(system)
  const review = await announced(system, union, street)
  await putElectors(system, review, { silent: 1 })
  await putPhase(system, review, 'voting')
  const { as } = await inOffice(system, upper, 'clerk')
  return { as, union, review, person: PersonId.parse('voter-0') }
}

async function papersToCount(system: TestSystem): Promise<{ as: string; union: UnionId; review: ReviewId }> {
  const { as, union, review } = await inVoting(system)
  await system.runtime.store.transact(async (tx) => {
    const elector = await tx.get(electors, electorId(review, PersonId.parse('voter-0')))
    if (elector !== undefined) await tx.put(electors, { ...elector, channel: 'paper' })
  })
  await putPhase(system, review, 'closed')
  return { as, union, review }
}

export const paperAttempts: Readonly<Record<string, Cases>> = {
  paperReviews: {
    ask: async (system) => {
      const { as, union } = await inVoting(system)
      return { as, input: { union } }
    },
  },
  electorsToTick: {
    search: async (system) => {
      const { as, union, review } = await inVoting(system)
      const { person, worker } = await joinedMember(system)
      const elector: ElectorRecord = { _id: electorId(review, person), review, person, standing: 'elector' }
      await system.runtime.store.insert(electors, elector)
      return { as, input: { union, review, search: worker.name } }
    },
  },
  tickForPaper: {
    tick: async (system) => {
      const { as, union, review, person } = await inVoting(system)
      const id = electorId(review, person)
      const effects = async () => ((await system.runtime.store.get(electors, id))?.channel === 'paper' ? 1 : 0)
      return { as, input: { union, review, person }, effects }
    },
  },
  paperStanding: {
    ask: async (system) => {
      const { as, union, review } = await papersToCount(system)
      return { as, input: { union, review } }
    },
  },
  enterPaperCount: {
    'enter a count': async (system) => {
      const { as, union, review } = await papersToCount(system)
      const input = { union, review, grades: { satisfied: 1, mostly: 0, dissatisfied: 0 }, invalid: 0 }
      const effects = async () => (await system.runtime.store.get(paperCounts, review))?.tellers.length ?? 0
      return { as, input, effects }
    },
  },
}

/** A review that is published: read by the chair of the union above. */
async function published(system: TestSystem) {
  const { upper, as } = await upperUnion(system)
  const grades = { satisfied: 40, mostly: 0, dissatisfied: 0 }
  const { review, union } = await closedReview(system, upper, undefined, past)
  const { worker } = await joinedMember(system)
  // Somebody writes nothing but a name.
  const comments = [worker.name, ...Array.from({ length: 19 }, (_, at) => `第${at}条`)]
  await counted(system, review, union, grades, comments)
  await publishReviews(system.runtime)
  return { as, upper: upper._id, union: union._id, review }
}
const past = isoTime(Date.parse('2026-11-17T00:00:00.000Z'))

export const resultAttempts: Readonly<Record<string, Cases>> = {
  reviewResult: {
    ask: async (system) => {
      const { as, union, review } = await published(system)
      return { as, input: { union, review } }
    },
  },
  myReviewResult: {
    ask: async (system) => {
      const { as } = await joinedMember(system)
      const review = (await ofFactory(system)) ?? (await announced(system, castUnions.factory.id))
      return { as, input: { review } }
    },
  },
  reviewRemarks: {
    ask: async (system) => {
      const { as, union, review } = await published(system)
      return { as, input: { union, review } }
    },
  },
  reviewsBelow: {
    ask: async (system) => {
      const { as, upper: union } = await published(system)
      return { as, input: { union, year: 2026, kind: 'members' } }
    },
  },
}

async function ofFactory({ runtime }: TestSystem): Promise<ReviewId | undefined> {
  const equals = { union: castUnions.factory.id }
  const { documents } = await runtime.store.find(reviews, { index: 'byUnion', equals, limit: 1 })
  return documents[0]?._id
}
