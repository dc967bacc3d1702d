import type { IsoTime } from '../core/time'
import type { ReviewPhase, ReviewStep } from './life'

/** 公告期、投票期. */
export interface ReviewPeriods {
  readonly receivingFrom: IsoTime
  readonly votingFrom: IsoTime
  /** Exclusive. */
  readonly votingUntil: IsoTime
}

export function isInOrder({ receivingFrom, votingFrom, votingUntil }: ReviewPeriods): boolean {
  return receivingFrom < votingFrom && votingFrom < votingUntil
}

/** What is due now: the clock takes it, one step at a time. */
export function dueStep(
  phase: ReviewPhase,
  { receivingFrom, votingFrom, votingUntil }: ReviewPeriods,
  now: IsoTime,
): Extract<ReviewStep, 'open-receiving' | 'open-voting' | 'close'> | undefined {
  if (phase === 'announced' && now >= receivingFrom) return 'open-receiving'
  if (phase === 'receiving' && now >= votingFrom) return 'open-voting'
  if (phase === 'voting' && now >= votingUntil) return 'close'
  return undefined
}
