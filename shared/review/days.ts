import { daysAfter } from '../core/calendar'
import { isoTime, type IsoDate } from '../core/time'
import { isInOrder, type ReviewPeriods } from './periods'

const chinaOffsetMs = 8 * 60 * 60 * 1000

/** 公告里的日子, as people say them; the last day of voting is included. */
export interface DaysOfReview {
  readonly cutoff: IsoDate
  readonly receivingOn: IsoDate
  readonly votingOn: IsoDate
  readonly lastDay: IsoDate
}

/** From midnight to midnight in China. */
export function periodsOf({ receivingOn, votingOn, lastDay }: DaysOfReview): ReviewPeriods {
  return {
    receivingFrom: midnight(receivingOn),
    votingFrom: midnight(votingOn),
    votingUntil: midnight(daysAfter(lastDay, 1)),
  }
}

/**
 * 投票至少几天: half of them is how long voting waits for an objection that nobody settled (`latestOpening`), and one of the last evening goes up to the union above
 * only two days later.
 */
export const leastVotingDays = 5

/** 投票至多几天. */
export const mostVotingDays = 31

/**
 * 提前多少天: the cut-off from the announcement on, and voting from the cut-off on, so that next year’s can be announced when this year’s is over. The rules of the
 * announcement hold until the result: nobody takes those of today along for years.
 */
export const mostDaysAhead = 120
export const mostDaysToVoting = 400

/**
 * The list is taken when the cut-off day is over, and has to lie open a day at least before anybody receives; what is announced does not begin in the past.
 */
export function areDaysSound(days: DaysOfReview, today: IsoDate): boolean {
  const { cutoff, receivingOn, votingOn, lastDay } = days
  // Each bound is held before anything is reckoned from that day: the last days that can be written have no day after them.
  return (
    cutoff >= today &&
    cutoff <= daysAfter(today, mostDaysAhead) &&
    votingOn <= daysAfter(cutoff, mostDaysToVoting) &&
    lastDay <= daysAfter(votingOn, mostVotingDays - 1) &&
    lastDay >= daysAfter(votingOn, leastVotingDays - 1) &&
    receivingOn >= daysAfter(cutoff, 2) &&
    isInOrder(periodsOf(days))
  )
}

/** 名单生成: as soon as the cut-off day is over. */
export function listDue({ cutoff }: Pick<DaysOfReview, 'cutoff'>) {
  return midnight(daysAfter(cutoff, 1))
}

function midnight(day: IsoDate) {
  return isoTime(Date.parse(day) - chinaOffsetMs)
}
