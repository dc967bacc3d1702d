import { z } from 'zod'
import { AccountId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { TaskKind, TaskState, TaskStepKind } from '../../../shared/membership/task'
import { collection } from '../store/port'

const TaskStep = z.strictObject({
  kind: TaskStepKind,
  at: IsoTime,
  by: z.union([AccountId, z.literal('clock')]),
  /** Where it went, or who acted. */
  union: UnionId,
  unionName: z.string(),
})
export type TaskStep = z.infer<typeof TaskStep>

/** 待办. `_id` is `{kind}:{subject}`, so that the same thing never asks twice. It names nobody: pages read the person from the register. */
export const TaskRecord = z.strictObject({
  _id: z.string(),
  kind: TaskKind,
  /** What it is about: a transfer, an event, a person, a unit, a round. */
  subject: z.string(),
  person: PersonId.optional(),
  /** Whose task it is, and who has to do it now: the same union until it goes up. */
  union: UnionId,
  desk: UnionId,
  deskName: z.string(),
  /** 已上交: the union whose desk it left, which goes on seeing it. */
  raisedFrom: UnionId.optional(),
  state: TaskState,
  openedAt: IsoTime,
  dueOn: IsoDate,
  steps: z.array(TaskStep).min(1),
})
export type TaskRecord = z.infer<typeof TaskRecord>

export const tasks = collection<TaskRecord>({
  name: 'tasks',
  schema: TaskRecord,
  indexes: {
    inbox: ['desk', 'state', 'dueOn'],
    byUnion: ['union', 'state', 'dueOn'],
    byUnionKind: ['union', 'kind', 'state'],
    raised: ['raisedFrom', 'state', 'dueOn'],
    byPerson: ['person', 'state'],
    byDue: ['state', 'dueOn'],
    byKind: ['kind', 'state', 'dueOn'],
  },
})
