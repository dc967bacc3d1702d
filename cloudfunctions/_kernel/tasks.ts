import type { PersonId, UnionId } from '../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import type { IsoDate, IsoTime } from '../../shared/core/time'
import type { RaisedFor } from '../../shared/membership/escalation'
import { advanceTask, type TaskCommand, type TaskKind, type TaskStepKind } from '../../shared/membership/task'
import { tasks, type TaskRecord, type TaskStep } from './records/tasks'
import type { Transaction } from './store/port'

/** A union as a task’s history names it. */
export interface TaskUnion {
  readonly _id: UnionId
  readonly name: string
}

export interface NewTask {
  readonly kind: TaskKind
  readonly subject: string
  readonly person?: PersonId | undefined
  readonly union: TaskUnion
  readonly dueOn: IsoDate
}

/** Who acts, and when. */
export interface TaskActor {
  readonly by: TaskStep['by']
  readonly at: IsoTime
}

export function taskId(kind: TaskKind, subject: string): string {
  return `${kind}:${subject}`
}

/** 开一件待办. The same again while it is open, or after it was settled, changes nothing: whoever may ask once more chooses another subject, or asks again. */
export async function openTask(tx: Transaction, task: NewTask, { by, at }: TaskActor): Promise<void> {
  const _id = taskId(task.kind, task.subject)
  if ((await tx.get(tasks, _id)) !== undefined) return
  const { kind, subject, person, union, dueOn } = task
  await tx.insert(tasks, {
    _id,
    kind,
    subject,
    ...(person === undefined ? {} : { person }),
    union: union._id,
    desk: union._id,
    deskName: union.name,
    state: 'open',
    openedAt: at,
    dueOn,
    steps: [{ kind: 'opened', at, by, union: union._id, unionName: union.name }],
  })
}

/** 再问一次: what closed it is gone again. The same task, with its steps, at its own union and with another due date; one that is open stays as it is. */
export async function askAgain(
  tx: Transaction,
  { kind, subject, union, dueOn }: NewTask,
  { by, at }: TaskActor,
): Promise<void> {
  const task = await tx.get(tasks, taskId(kind, subject))
  if (task === undefined || task.state === 'open') return
  const next = advanceTask(task.state, 'reopen')
  if ('refuse' in next) return
  const { raisedFrom: _, ...rest } = task
  await tx.put<TaskRecord>(tasks, {
    ...rest,
    desk: union._id,
    deskName: union.name,
    state: next.to,
    dueOn,
    steps: [...task.steps, { kind: 'opened', at, by, union: union._id, unionName: union.name }],
  })
}

type Step =
  | { readonly kind: Exclude<TaskCommand, 'escalate' | 'reopen'> }
  | { readonly kind: 'escalate'; readonly why: RaisedFor; readonly dueOn: IsoDate }

const closing = { finish: 'done', drop: 'dropped' } as const satisfies Readonly<Record<string, TaskStepKind>>
const raising = { overdue: 'escalated', vacant: 'left-vacant' } as const satisfies Readonly<
  Record<RaisedFor, TaskStepKind>
>

/** 待办随会籍转走: another union has it from now on, with its steps and the same due date. What is closed already stays. */
export async function handTaskOver(tx: Transaction, id: string, to: TaskUnion, { by, at }: TaskActor): Promise<void> {
  const task = await tx.get(tasks, id)
  if (task?.state !== 'open') return
  const { raisedFrom: _, ...rest } = task
  await tx.put<TaskRecord>(tasks, {
    ...rest,
    union: to._id,
    desk: to._id,
    deskName: to.name,
    steps: [...task.steps, { kind: 'handed-over', at, by, union: to._id, unionName: to.name }],
  })
}

/** 退回本会: from the desk that had it because nobody was in office, with its steps and another due date. What lies at its own desk, or is closed, stays. */
export async function bringTaskDown(
  tx: Transaction,
  id: string,
  { to, dueOn }: { readonly to: TaskUnion; readonly dueOn: IsoDate },
  { by, at }: TaskActor,
): Promise<boolean> {
  const task = await tx.get(tasks, id)
  if (task?.state !== 'open' || task.union !== to._id || task.desk === to._id) return false
  const { raisedFrom: _, ...rest } = task
  await tx.put<TaskRecord>(tasks, {
    ...rest,
    desk: to._id,
    deskName: to.name,
    dueOn,
    steps: [...task.steps, { kind: 'came-down', at, by, union: to._id, unionName: to.name }],
  })
  return true
}

/** 办一件待办. `at` names the union that acts, or, where it goes up, the one it goes to; a task that goes up gets another due date. */
export async function stepTask(
  tx: Transaction,
  id: string,
  command: Step,
  union: TaskUnion,
  { by, at }: TaskActor,
): Promise<Outcome<TaskRecord, 'TASK_CLOSED'>> {
  const task = await tx.get(tasks, id)
  if (task === undefined) return refuse('TASK_CLOSED')
  const next = advanceTask(task.state, command.kind)
  if ('refuse' in next) return refuse(next.refuse)
  const after: TaskRecord = {
    ...task,
    state: next.to,
    ...(command.kind === 'escalate'
      ? { desk: union._id, deskName: union.name, raisedFrom: task.desk, dueOn: command.dueOn }
      : {}),
    steps: [...task.steps, { kind: stepOf(command), at, by, union: union._id, unionName: union.name }],
  }
  await tx.put(tasks, after)
  return succeed(after)
}

function stepOf(command: Step): TaskStepKind {
  return command.kind === 'escalate' ? raising[command.why] : closing[command.kind]
}
