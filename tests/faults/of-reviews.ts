import { announced, usualDays } from '../../cloudfunctions/review/review.fixture'
import { newUnion } from '../../cloudfunctions/membership/events/events.fixture'
import { reviewIdOf } from '../../cloudfunctions/review/turns'
import type { TestSystem } from '../system'
import type { Cases } from './attempt'
import { paperAttempts, resultAttempts } from './of-counts'
import { audited, street, union } from './ready'

/** 会员评家. */
export const reviewAttempts: Readonly<Record<string, Cases>> = {
  announceReview: {
    'announce it': async (system) => {
      const days = usualDays(system)
      const { union: anew } = await newUnion(system)
      const review = reviewIdOf({ union: anew, year: Number(days.votingOn.slice(0, 4)), kind: 'members' })
      const input = { union: anew, kind: 'members', days }
      return { as: street, input, effects: () => audited(system, review, 'review.announce') }
    },
  },
  ...paperAttempts,
  ...resultAttempts,
  reviews: { ask: async () => ({ as: street, input: { union } }) },
  announcedReview: {
    ask: async (system) => ({ as: street, input: { review: await announcedAnew(system) } }),
  },
}

async function announcedAnew(system: TestSystem) {
  const { union: anew } = await newUnion(system)
  return announced(system, anew, street)
}
