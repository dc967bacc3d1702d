import { setImmediate as others } from 'node:timers/promises'
import type { Remark } from '../../../../shared/review/remark'
import type { Opening } from '../../../../shared/review/open-cast'
import type { Envelope } from '../../../../shared/review/envelope'
import { noGrades, sumOf, type Grades } from '../../../../shared/review/kinds'
import { openRemarks, tallyBallots, type Rejected } from '../../../../shared/review/tally'

/** What a stretch of casts says. */
export interface OpenedStretch {
  readonly board: readonly Uint8Array[]
  readonly grades: Grades
  readonly remarks: readonly Remark[]
  readonly rejected: number
}

/** A few milliseconds of work; then others have their turn in this process. */
const atOnce = 50

/** 开票: one after the other, as many as a stretch has. */
export async function openStretch(
  envelope: Envelope,
  casts: readonly Uint8Array[],
  opening: Opening,
): Promise<OpenedStretch> {
  const parts: OpenedStretch[] = []
  for (let from = 0; from < casts.length; from += atOnce) {
    parts.push(openFew(envelope, casts.slice(from, from + atOnce), opening))
    await others()
  }
  return {
    board: parts.flatMap(({ board }) => board),
    grades: sumOf(...parts.map(({ grades }) => grades)),
    remarks: parts.flatMap(({ remarks }) => remarks),
    rejected: parts.reduce((sum, { rejected }) => sum + rejected, 0),
  }
}

function openFew(envelope: Envelope, casts: readonly Uint8Array[], opening: Opening): OpenedStretch {
  if (envelope === 'ballot') {
    const { grades, board, rejected } = tallyBallots(casts, opening)
    return { board, grades, remarks: [], rejected: allOf(rejected) }
  }
  const { remarks, board, rejected } = openRemarks(casts, opening)
  return { board, grades: noGrades, remarks, rejected: allOf(rejected) }
}

function allOf(rejected: Rejected): number {
  return Object.values(rejected).reduce((sum, count) => sum + count, 0)
}
