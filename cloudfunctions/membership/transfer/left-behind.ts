import type { TransferRecord } from '../../_kernel/records/transfers'
import type { TaskRecord } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import type { TaskActor } from '../../_kernel/tasks'
import { workTasks } from '../life/closing-tasks'
import { tasksAlong, type Fate } from '../life/tasks-along'

/** 转走以后没有意义的待办 (T5): looks at the work that was left, and an objection to a move that this one overtook. Whoever asked to leave after they asked for the transfer still means it. */
export async function tasksLeftBehind(
  { person, from, to, requestedAt }: TransferRecord,
  ports: Pick<Call<unknown>, 'store' | 'now'> & { readonly account: TaskActor['by'] },
): Promise<(tx: Transaction) => Promise<void>> {
  const fate = ({ kind, openedAt }: TaskRecord): Fate => {
    if (kind === 'leave-request') return openedAt > requestedAt ? 'follow' : 'drop'
    return workTasks.includes(kind) || kind === 'event-objection' ? 'drop' : 'stays'
  }
  const receiving = to ?? from
  const move = {
    person,
    from: from.union,
    to: { _id: receiving.union, name: receiving.name },
    by: ports.account,
  }
  const writes = await tasksAlong(move, fate, ports)
  return async (tx) => {
    for (const write of writes) await write(tx)
  }
}
