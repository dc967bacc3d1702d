import type { PersonId } from '../../../shared/core/ids'
import { LookKind, type TaskKind } from '../../../shared/membership/task'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import { stepTask, type TaskActor, type TaskUnion } from '../../_kernel/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepItem } from '../events/step-item'

/** A person has a handful of open tasks; four operations each at most. */
export const most = 10

/** What only somebody who is a member with work can be asked about. */
export const workTasks: readonly TaskKind[] = LookKind.options
/** What has nothing left to act on when a membership ends. */
export const membershipTasks: readonly TaskKind[] = [
  ...workTasks,
  'leave-request',
  'expulsion-filing',
  'event-objection',
]

/** 连带了结的待办: open tasks of these kinds about this person are dropped with the change that leaves them nothing to do. */
export async function closingTasks(
  person: PersonId,
  kinds: readonly TaskKind[],
  union: TaskUnion,
  by: TaskActor['by'],
  call: Pick<Call<unknown>, 'store' | 'now'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const open = (await openTasksOf(person, call)).filter(({ kind }) => kinds.includes(kind))
  return async (tx) => {
    for (const task of open.slice(0, most)) await dropTask(tx, task, union, { by, at: call.now })
  }
}

/** An objection to a move that cannot happen any more is answered by what happened. */
export async function dropTask(
  tx: Transaction,
  { _id, kind, subject }: TaskRecord,
  union: TaskUnion,
  actor: TaskActor,
): Promise<void> {
  const stepped = await stepTask(tx, _id, { kind: 'drop' }, union, actor)
  if (stepped.ok && kind === 'event-objection') await stepItem(tx, subject, 'keep', { now: actor.at })
}

export async function openTasksOf(
  person: PersonId,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<readonly TaskRecord[]> {
  const query = { index: 'byPerson', equals: { person, state: 'open' as const }, limit: 50 }
  return (await store.find(tasks, query)).documents
}

/** The next subject for a kind of task about a person: `{person}:{how many there were}`, so that two who ask at once open the same one. */
export async function nextSubject(
  person: PersonId,
  kind: TaskKind,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<string> {
  let count = 0
  for (let cursor: string | undefined; ;) {
    const query = { index: 'byPerson', equals: { person }, limit: 200, ...(cursor === undefined ? {} : { cursor }) }
    const page = await store.find(tasks, query)
    count += page.documents.filter((task) => task.kind === kind).length
    cursor = page.cursor
    if (cursor === undefined) return `${person}:${count + 1}`
  }
}
