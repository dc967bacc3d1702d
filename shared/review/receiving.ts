import { refuse, succeed, type Outcome } from '../core/outcome'
import type { IsoTime } from '../core/time'
import { reviewMachine, type PhaseRefusal, type ReviewPhase } from './life'
import type { ReviewPeriods } from './periods'

interface Receiving extends Pick<ReviewPeriods, 'receivingFrom' | 'votingUntil'> {
  readonly phase: ReviewPhase
}

/** 可以领取: in the announcement period, and for whoever comes later until voting ends; a phase that the clock has not closed yet gives nobody another minute. */
export function receivingNow(
  { phase, receivingFrom, votingUntil }: Receiving,
  now: IsoTime,
): Outcome<void, PhaseRefusal> {
  const next = reviewMachine[phase].receive
  if ('refuse' in next) return refuse(next.refuse)
  if (now < receivingFrom) return refuse('REVIEW_NOT_YET')
  return now < votingUntil ? succeed(undefined) : refuse('REVIEW_TOO_LATE')
}

interface Asked {
  readonly ballot: string
  readonly remark: string
}

/** 一人一次: the same request again is the same receipt; another one would be a second token. */
export function isSameRequest(kept: Asked, asked: Asked): boolean {
  return kept.ballot === asked.ballot && kept.remark === asked.remark
}
