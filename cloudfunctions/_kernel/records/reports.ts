import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { reportStates } from '../../../shared/org/reporting'
import { collection } from '../store/port'

const Count = z.number().int().min(0)

/** 上报的数: the union’s own, and of what is below only that which was found in order. */
export const ReportNumbers = z.strictObject({
  unions: Count,
  members: Count,
  retained: Count,
  women: Count,
  staff: Count,
})
export type ReportNumbers = z.infer<typeof ReportNumbers>

/** 上报: `_id` is `{union}:{period}`; there is none until it is sent. */
export const ReportRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  /** Who checks it. */
  parent: UnionId,
  period: z.string(),
  state: z.enum(reportStates),
  numbers: ReportNumbers,
  /** Of the unions directly below: how many there are, and how many of them are in `numbers`. */
  below: Count,
  checkedBelow: Count,
  revision: z.number().int().min(1),
  steps: z.array(
    z.strictObject({
      step: z.enum(['send', 'check', 'return']),
      at: IsoTime,
      by: AccountId,
      /** Why it was returned. */
      reason: z.string().optional(),
    }),
  ),
})
export type ReportRecord = z.infer<typeof ReportRecord>
export const reports = collection<ReportRecord>({
  name: 'reports',
  schema: ReportRecord,
  indexes: { byParent: ['parent', 'period', 'state'] },
})
