import type { PersonId, UnionId } from '../../../shared/core/ids'
import { expulsions } from '../../_kernel/records/expulsions'
import type { TaskRecord } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { handTaskOver, type TaskActor, type TaskUnion } from '../../_kernel/tasks'
import { dropTask, most, openTasksOf } from './closing-tasks'

/** What becomes of an open task about somebody whose membership moves. */
export type Fate = 'stays' | 'drop' | 'follow'

interface Move {
  readonly person: PersonId
  readonly from: UnionId
  readonly to: TaskUnion
  readonly by: TaskActor['by']
}

/** 会籍转走，待办随之了结或移交: found before the transaction; who has none costs it nothing. At most forty operations. */
export async function tasksAlong(
  { person, from, to, by }: Move,
  fateOf: (task: TaskRecord) => Fate,
  call: Pick<Call<unknown>, 'store' | 'now'>,
): Promise<readonly ((tx: Transaction) => Promise<void>)[]> {
  const open = (await openTasksOf(person, call)).filter((task) => fateOf(task) !== 'stays').slice(0, most)
  return open.map((task) => async (tx) => {
    if (fateOf(task) === 'follow') await follow(tx, task, { from, to, by }, call)
    else await dropTask(tx, task, to, { by, at: call.now })
  })
}

/** An expulsion lies with the union above; what follows is whose member it is about. */
async function follow(
  tx: Transaction,
  { _id, kind, subject }: TaskRecord,
  { from, to, by }: Omit<Move, 'person'>,
  { now: at }: Pick<Call<unknown>, 'now'>,
): Promise<void> {
  if (kind !== 'expulsion-filing') return handTaskOver(tx, _id, to, { by, at })
  const report = await tx.get(expulsions, subject)
  if (report?.union === from) await tx.put(expulsions, { ...report, union: to._id })
}
