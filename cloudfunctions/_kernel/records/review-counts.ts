import { z } from 'zod'
import { AccountId, ReviewId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

const count = z.number().int().min(0)
export const GradesStored = z.strictObject({ satisfied: count, mostly: count, dissatisfied: count })
export const PaperStored = z.strictObject({ grades: GradesStored, invalid: count })

/** 纸质计票. `_id` is the review. What a teller entered lies sealed, so that nobody, the other teller least, reads it before both agree. */
export const PaperCountRecord = z.strictObject({
  _id: ReviewId,
  /** Who has entered a count since the last time two differed; both of them once they agree. */
  tellers: z.array(AccountId).max(2),
  /** Sealed JSON of PaperEntries at paperCounts/{_id}/entries. */
  entries: z.string(),
  state: z.enum(['one', 'differs', 'agreed']),
  updatedAt: IsoTime,
})
export type PaperCountRecord = z.infer<typeof PaperCountRecord>
export const PaperEntries = z.array(z.strictObject({ teller: AccountId, count: PaperStored }))
export type PaperEntries = z.infer<typeof PaperEntries>

export const paperCounts = collection<PaperCountRecord>({ name: 'paperCounts', schema: PaperCountRecord, indexes: {} })
