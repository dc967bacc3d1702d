import type { TransferRecord } from '../../_kernel/records/transfers'
import type { TaskRecord } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import type { TaskActor } from '../../_kernel/tasks'
import { workTasks } from '../life/closing-tasks'
import { tasksAlong, type Fate } from '../life/tasks-along'

/** A membership that moves because its holder asked for it. */
export type AskedMove = Pick<TransferRecord, 'person' | 'from' | 'to' | 'requestedAt'>

/**
 * 转走以后的待办 (T12): looks at the work that was left end, and an objection to a move that this one overtook. Whoever asked to leave after they asked for the
 * move still means it; an expulsion that is reported is of the membership, wherever that is when it is filed.
 */
export async function tasksLeftBehind(
  { person, from, to, requestedAt }: AskedMove,
  ports: Pick<Call<unknown>, 'store' | 'now'> & { readonly account: TaskActor['by'] },
): Promise<(tx: Transaction) => Promise<void>> {
  const fate = ({ kind, openedAt }: TaskRecord): Fate => {
    if (kind === 'expulsion-filing') return 'follow'
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
