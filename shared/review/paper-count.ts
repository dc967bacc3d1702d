import { refuse, succeed, type Outcome } from '../core/outcome'
import { ballotsIn, type Grades } from './kinds'

/** 纸质计票: what one teller (计票人) counted. */
export interface PaperCount {
  readonly grades: Grades
  /** 无效票. */
  readonly invalid: number
}

export const noPaper: PaperCount = { grades: { satisfied: 0, mostly: 0, dissatisfied: 0 }, invalid: 0 }

export type PaperRefusal = 'PAPER_COUNTS_DIFFER' | 'MORE_PAPER_THAN_TICKED'

/** 双人录入: two tellers enter what they counted without seeing each other’s, and it must agree. Fewer papers than were handed out is no fault: a paper can be taken home. */
export function agreedCount(one: PaperCount, other: PaperCount, ticked: number): Outcome<PaperCount, PaperRefusal> {
  const agree =
    one.invalid === other.invalid &&
    one.grades.satisfied === other.grades.satisfied &&
    one.grades.mostly === other.grades.mostly &&
    one.grades.dissatisfied === other.grades.dissatisfied
  if (!agree) return refuse('PAPER_COUNTS_DIFFER')
  return papersIn(one) > ticked ? refuse('MORE_PAPER_THAN_TICKED') : succeed(one)
}

export function papersIn({ grades, invalid }: PaperCount): number {
  return ballotsIn(grades) + invalid
}
