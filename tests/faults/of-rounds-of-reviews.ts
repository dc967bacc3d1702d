import { reviewRounds } from '../../cloudfunctions/_kernel/records/review-rounds'
import { announcedRound, roundDays } from '../../cloudfunctions/clock/reviews/rounds/rounds.fixture'
import { plainUnion } from '../../cloudfunctions/review/review.fixture'
import { ReviewRoundId } from '../../shared/core/ids'
import type { TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, inOffice } from './ready'

/** A union with its chair, which no round was announced by. */
async function upper(system: TestSystem) {
  const union = await plainUnion(system)
  const { as } = await inOffice(system, union, 'chair')
  return { as, union }
}

/** 评家活动. */
export const reviewRoundAttempts: Readonly<Record<string, Cases>> = {
  announceRound: {
    'announce it': async (system) => {
      const { as, union } = await upper(system)
      const days = roundDays(system)
      const round = ReviewRoundId.parse(`${days.days.votingOn.slice(0, 4)}:members:${union}`)
      const effects = async () => {
        const isThere = (await system.runtime.store.get(reviewRounds, round)) !== undefined
        return isThere ? audited(system, round, 'review.round') : 0
      }
      return { as, input: { union, kind: 'members', ...days }, effects }
    },
  },
  reviewRounds: {
    ask: async (system) => {
      const { as, union } = await upper(system)
      await announcedRound(system, as, union)
      return { as, input: { union } }
    },
  },
  roundReviews: {
    ask: async (system) => {
      const { as, union } = await upper(system)
      return { as, input: { union, round: await announcedRound(system, as, union) } }
    },
  },
}
