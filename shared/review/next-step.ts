import { isoTime, type IsoDate, type IsoTime } from '../core/time'
import { unreachable } from '../core/unreachable'
import { listDue } from './days'
import type { ReviewPhase } from './life'
import { dueStep, type ReviewPeriods } from './periods'

/** What the clock needs to know of a review. */
export interface ReviewUnderWay extends ReviewPeriods {
  readonly phase: ReviewPhase
  readonly cutoff: IsoDate
  /** Absent until the list is whole. */
  readonly electors?: number | undefined
  readonly openObjections: number
}

export type ClockStep = 'take-list' | 'open-receiving' | 'open-voting' | 'close' | 'call-off'

/**
 * What the clock does next with a review; undefined: nothing yet. Nobody receives before the list is whole; voting waits for open objections and its days stay.
 * Where half of the voting days are gone before voting could begin, it is called off: a vote of a few hours that nobody expects any more would be none.
 */
export function nextStep(review: ReviewUnderWay, now: IsoTime): ClockStep | undefined {
  const { phase, cutoff, electors, openObjections } = review
  if ((phase === 'announced' || phase === 'receiving') && now >= latestOpening(review)) return 'call-off'
  if (phase === 'announced' && electors === undefined) return now >= listDue({ cutoff }) ? 'take-list' : undefined
  const step = dueStep(phase, review, now)
  return step === 'open-voting' && openObjections > 0 ? undefined : step
}

/** 投票最迟何时开始: halfway through the voting days. */
export function latestOpening({ votingFrom, votingUntil }: ReviewPeriods): IsoTime {
  return isoTime((Date.parse(votingFrom) + Date.parse(votingUntil)) / 2)
}

/** Longer than any function may run: after this nothing that was acknowledged is still on its way into the store. */
const castsSettleMs = 90_000

/** When the clock looks at a review again. Absent where there is nothing left for it. */
export function dueOf(review: ReviewUnderWay): IsoTime | undefined {
  switch (review.phase) {
    case 'announced':
      return review.electors === undefined ? listDue(review) : review.receivingFrom
    case 'receiving':
      return review.votingFrom
    case 'voting':
      return review.votingUntil
    case 'closed':
      return isoTime(Date.parse(review.votingUntil) + castsSettleMs)
    case 'called-off':
      return review.openObjections > 0 ? listDue(review) : undefined
    case 'published':
      return undefined
    default:
      return unreachable(review.phase)
  }
}
