import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

const Count = z.number().int().min(0)
export const CompositionRecord = z.strictObject({
  members: Count,
  women: Count,
  dispatched: Count,
  newForm: Count,
  stale: Count,
  hanging: Count,
  byEmployment: z.record(z.string(), Count),
})

/** 半年核对: `_id` is `{union}:{period}`; written when it is closed, so that a union in which nobody acts has none. It names nobody. */
export const RoundRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  period: z.string(),
  closedOn: IsoDate,
  closedAt: IsoTime,
  by: AccountId,
  /** The 11 fields as they were confirmed; of the person in charge the office’s id. */
  fields: z.record(z.string(), z.string()),
  composition: CompositionRecord,
  /** When the roster was counted. */
  countedAt: IsoTime,
  /** 变动 since the round before. */
  changes: z.record(z.string(), Count),
})
export type RoundRecord = z.infer<typeof RoundRecord>
export const rounds = collection<RoundRecord>({
  name: 'rounds',
  schema: RoundRecord,
  indexes: { byUnion: ['union', 'closedOn'], byTime: ['closedAt'] },
})

/** 清点的进度: one per union that ever counted; a new count takes its place. `_id` is the union. */
export const TallyRecord = z.strictObject({
  _id: UnionId,
  startedAt: IsoTime,
  /** After which page it goes on. */
  cursor: z.string().optional(),
  composition: CompositionRecord,
  doneAt: IsoTime.optional(),
})
export type TallyRecord = z.infer<typeof TallyRecord>
export const tallies = collection<TallyRecord>({ name: 'tallies', schema: TallyRecord, indexes: {} })

/** 提醒会员的进度: one per round; `_id` is `{union}:{period}`. The clock goes through the roster a stretch a run. */
export const RoundReminderRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  unionName: z.string(),
  everyMonths: z.number().int().min(1),
  by: AccountId,
  startedAt: IsoTime,
  /** What is old was not confirmed for a period on this day. */
  on: IsoDate,
  state: z.enum(['running', 'done']),
  cursor: z.string().optional(),
  seen: Count,
  told: Count,
  /** Old data of somebody without an account: they are told in person. */
  unreachable: Count,
})
export type RoundReminderRecord = z.infer<typeof RoundReminderRecord>
export const roundReminders = collection<RoundReminderRecord>({
  name: 'roundReminders',
  schema: RoundReminderRecord,
  indexes: { byState: ['state', 'startedAt'] },
})
