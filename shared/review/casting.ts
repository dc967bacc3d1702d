import { refuse, succeed, type Outcome } from '../core/outcome'
import { isoTime, type IsoTime } from '../core/time'
import { reviewMachine, type PhaseRefusal, type ReviewPhase } from './life'
import type { ReviewPeriods } from './periods'

/**
 * 截止时的投票: a cast is kept in another store than the review, so no lock holds both. Instead nothing is acknowledged later than `sureForMs` after the end, and nothing
 * is counted before `countedAfterMs`, which is longer than any function may run in between: every cast that was acknowledged is counted.
 */
const sureForMs = 30_000
const countedAfterMs = 90_000

interface Casting extends Pick<ReviewPeriods, 'votingFrom' | 'votingUntil'> {
  readonly phase: ReviewPhase
}

/** What is taken now: `first`, any cast; `again`, only what is kept already, because its answer may have been lost at the very end. */
export function castingNow(review: Casting, now: IsoTime): Outcome<'first' | 'again', PhaseRefusal> {
  const { phase, votingFrom, votingUntil } = review
  const next = reviewMachine[phase].cast
  const refused = 'refuse' in next ? next.refuse : now < votingUntil ? undefined : 'REVIEW_TOO_LATE'
  if (refused === 'REVIEW_TOO_LATE') return isSure(review, now) ? succeed('again') : refuse(refused)
  if (refused !== undefined) return refuse(refused)
  return now < votingFrom ? refuse('REVIEW_NOT_YET') : succeed('first')
}

/** Whether what lies in the box at this moment is counted for sure. */
export function isSure({ votingUntil }: Pick<ReviewPeriods, 'votingUntil'>, now: IsoTime): boolean {
  return now < after(votingUntil, sureForMs)
}

/** 开始计票: nobody opens a cast before this. */
export function countedFrom({ votingUntil }: Pick<ReviewPeriods, 'votingUntil'>): IsoTime {
  return after(votingUntil, countedAfterMs)
}

function after(at: IsoTime, milliseconds: number): IsoTime {
  return isoTime(Date.parse(at) + milliseconds)
}
