import { z } from 'zod'
import { ApplicationId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { InPlaceKind, TaskKind, TaskStepKind } from '../membership/task'
import { CountedAt } from './counted-at'
import { officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

const Step = z.object({ kind: TaskStepKind, at: IsoTime, unionName: z.string() })

export const TaskRow = z.object({
  task: z.string(),
  kind: TaskKind,
  subject: z.string(),
  /** Masked; absent where it is about no single person. */
  person: z.string().optional(),
  /** The unit or the union that it is about; absent where it is about a person, or about the union whose task it is. */
  about: z.string().optional(),
  /** Whose task it is. */
  unionName: z.string(),
  deskName: z.string(),
  /** It came up from a union below. */
  raised: z.boolean(),
  openedAt: IsoTime,
  dueOn: IsoDate,
  workingDaysLeft: z.number().int(),
  steps: z.array(Step),
})
export type TaskRow = z.infer<typeof TaskRow>

const RaisedApplication = z.object({
  application: ApplicationId,
  maskedName: z.string(),
  deskName: z.string(),
  dueOn: IsoDate,
})

/** 待办: procedures of the membership function for what waits for officers. */
export const taskProcedures = {
  tasks: query({
    summary: 'What waits for this union besides applications, the nearest due date first; names masked',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ union: UnionId, cursor: z.string().max(400).optional() }),
    output: z.object({
      rows: z.array(TaskRow),
      cursor: z.string().optional(),
      total: z.number().int(),
      countedAt: CountedAt,
    }),
    errors: [],
  }),
  raised: query({
    summary: 'What went up from this union’s desk and is not done yet: the first hundred of each',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({ applications: z.array(RaisedApplication), tasks: z.array(TaskRow) }),
    errors: [],
  }),
  inPlace: query({
    summary: 'A round or a list that came up from a union without officers: whose it is, since when, and its way here',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ union: UnionId, task: z.string().min(1).max(200) }),
    output: z.object({
      kind: InPlaceKind,
      /** It still lies here to be done. */
      open: z.boolean(),
      below: UnionId,
      belowName: z.string(),
      /** `since`: the day the last office ended; absent where nobody ever was in office. */
      office: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('held') }),
        z.object({ kind: z.literal('vacant'), since: IsoDate.optional() }),
      ]),
      /** Whether the caller may appoint there. */
      mayAppoint: z.boolean(),
      dueOn: IsoDate,
      steps: z.array(Step),
    }),
    errors: [],
  }),
} as const
