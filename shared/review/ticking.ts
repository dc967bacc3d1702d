import { refuse, succeed, type Outcome } from '../core/outcome'
import type { IsoTime } from '../core/time'
import { reviewMachine, type PhaseRefusal, type ReviewPhase } from './life'
import type { ReviewPeriods } from './periods'

interface Ticking extends Pick<ReviewPeriods, 'votingUntil'> {
  readonly phase: ReviewPhase
}

/** 现场还能不能领纸质选票: until voting ends. A phase that the clock has not closed yet gives no teller another minute with the names of those who did not come. */
export function tickingNow({ phase, votingUntil }: Ticking, now: IsoTime): Outcome<void, PhaseRefusal> {
  const next = reviewMachine[phase].tick
  if ('refuse' in next) return refuse(next.refuse)
  return now < votingUntil ? succeed(undefined) : refuse('REVIEW_TOO_LATE')
}
