import { z } from 'zod'
import { isBytes } from '../core/bytes'
import { isWrittenAs, pad, unpad } from './envelope'
import type { Grade } from './kinds'

/** 选票: a review and a grade, never a person. */
export interface Ballot {
  /** `announcementDigest` of the review. */
  readonly review: Uint8Array
  readonly grade: Grade
}

/** As it is written in ballots and announcements. */
export const gradeNumber: Readonly<Record<Grade, number>> = { satisfied: 1, mostly: 2, dissatisfied: 3 }
const gradeOf: Readonly<Record<1 | 2 | 3, Grade>> = { 1: 'satisfied', 2: 'mostly', 3: 'dissatisfied' }
const Parts = z.tuple([z.custom<Uint8Array>((value) => isBytes(value) && value.length === 32), z.literal([1, 2, 3])])

/** 64 bytes, whatever the grade. */
export function writeBallot({ review, grade }: Ballot): Uint8Array {
  const written = pad('ballot', [review, gradeNumber[grade]])
  if (written === undefined) throw new Error('a ballot does not fit its length')
  return written
}

export function readBallot(content: Uint8Array): Ballot | undefined {
  const parts = Parts.safeParse(unpad('ballot', content))
  if (!parts.success) return undefined
  const [review, grade] = parts.data
  const ballot = { review, grade: gradeOf[grade] }
  return isWrittenAs(content, writeBallot(ballot)) ? ballot : undefined
}
