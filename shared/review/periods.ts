import { isoTime, type IsoTime } from '../core/time'
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

const dayMs = 24 * 60 * 60 * 1000

/** 最后能划掉别人的时候, exclusive: whoever is struck has a day left to object. */
export function lastStrike({ votingFrom }: Pick<ReviewPeriods, 'votingFrom'>): IsoTime {
  return isoTime(Date.parse(votingFrom) - dayMs)
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
