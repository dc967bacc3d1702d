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

/**
 * The list is taken when the cut-off day is over, and has to lie open a day at least before anybody receives; what is announced does not begin in the past.
 */
export function areDaysSound(days: DaysOfReview, today: IsoDate): boolean {
  const { cutoff, receivingOn, votingOn, lastDay } = days
  const isLongEnough = daysAfter(votingOn, leastVotingDays - 1) <= lastDay
  return cutoff >= today && daysAfter(cutoff, 2) <= receivingOn && isInOrder(periodsOf(days)) && isLongEnough
}

/** 名单生成: as soon as the cut-off day is over. */
export function listDue({ cutoff }: Pick<DaysOfReview, 'cutoff'>) {
  return midnight(daysAfter(cutoff, 1))
}

function midnight(day: IsoDate) {
  return isoTime(Date.parse(day) - chinaOffsetMs)
}
