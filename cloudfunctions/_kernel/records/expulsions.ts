import { z } from 'zod'
import { AccountId, FileId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ExpulsionState, FilingObjection } from '../../../shared/membership/expulsion'
import { collection } from '../store/port'

/** 开除报备: what a committee decided and reported upward. `_id` is the subject of its task, `{person}:{how many}`. */
export const ExpulsionRecord = z.strictObject({
  _id: z.string(),
  person: PersonId,
  /** Whose committee decided. */
  union: UnionId,
  unionName: z.string(),
  reason: z.enum(['criminal', 'against-charter']),
  decidedOn: IsoDate,
  document: FileId,
  by: AccountId,
  at: IsoTime,
  state: ExpulsionState,
  objection: FilingObjection.optional(),
})
export type ExpulsionRecord = z.infer<typeof ExpulsionRecord>

export const expulsions = collection<ExpulsionRecord>({
  name: 'expulsions',
  schema: ExpulsionRecord,
  indexes: { byPerson: ['person', 'at'] },
})
