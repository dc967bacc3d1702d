import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { reportStates } from '../org/reporting'
import { command, officerOf, query } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const Period = z.string().max(20)
const Count = z.number().int()

export const ReportStateView = z.enum(reportStates)

/** 上报, as both sides see it. */
export const ReportView = z.object({
  state: ReportStateView,
  /** Without the women among them: of a small union that tells on somebody. */
  numbers: z.object({ unions: Count, members: Count, retained: Count, staff: Count }),
  /** Of the unions directly below: how many there are, and how many are in the numbers. */
  below: Count,
  checkedBelow: Count,
  seen: Count,
  /** Why it was returned. */
  reason: z.string().optional(),
})
export type ReportView = z.infer<typeof ReportView>

/** 逐级上报、审核. */
export const reportProcedures = {
  reportsBelow: query({
    summary:
      'How far the reports of this period are: how many below are checked, waiting, returned or missing; and one’s own',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union }),
    output: z.object({
      period: z.string(),
      opensOn: IsoDate,
      /** For the unions below, and for this one. */
      dueOn: IsoDate,
      ownDueOn: IsoDate,
      below: Count,
      reported: Count,
      returned: Count,
      checked: Count,
      /** Absent at the top, where nobody checks. */
      above: z.string().optional(),
      own: ReportView.optional(),
    }),
    errors: [],
  }),
  sendReport: command({
    summary: '上报: the union’s own roster and what was found in order below it go up',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union, period: Period }),
    output: z.object({ report: ReportView }),
    errors: ['NOBODY_ABOVE', 'ROUND_FIRST', 'REPORT_CHECKED'],
  }),
  checkReport: command({
    summary: '审核: the report of a union directly below is in order, or goes back with a sentence',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({
      union,
      below: UnionId,
      period: Period,
      seen: Count,
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('check') }),
        z.strictObject({
          kind: z.literal('return'),
          reason: z.string().trim().min(2, '请写一句哪里要改').max(200, '最多 200 个字'),
        }),
      ]),
    }),
    output: z.object({ state: ReportStateView }),
    errors: ['REPORT_CHECKED', 'REPORT_NOT_SENT', 'REPORT_MOVED_ON'],
  }),
} as const
