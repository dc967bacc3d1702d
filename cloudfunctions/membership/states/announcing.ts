import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { clauseOf } from '../../../shared/membership/clauses'
import type { TaskRecord } from '../../_kernel/records/tasks'
import type { PersonId } from '../../../shared/core/ids'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, type TaskActor, type TaskUnion } from '../../_kernel/tasks'
import { changing } from '../life/change'
import { closingTasks, membershipTasks } from '../life/closing-tasks'
import { endingTransfer } from '../transfer/ending'
import type { SteppingPorts } from '../transfer/stepping'

interface Leaving {
  readonly task: TaskRecord & { readonly person: PersonId }
  /** The union that holds the membership, and the one whose officer acts. */
  readonly union: TaskUnion
  readonly desk: TaskUnion
  readonly by: TaskActor['by']
}

type Refused = 'TASK_CLOSED' | 'MEMBERSHIP_MOVED' | 'MEMBERSHIP_ENDED'

/** 宣布退会: the same whether an officer announces it or the days for a talk are over. */
export async function announcing(
  { task, union, desk, by }: Leaving,
  ports: SteppingPorts,
): Promise<(tx: Transaction) => Promise<Outcome<Record<string, never>, Refused>>> {
  const write = changing(
    {
      person: task.person,
      change: 'leave',
      reason: 'own-request',
      on: chinaDay(ports.now),
      from: union,
      union,
      clause: clauseOf.leave,
      tell: `您已退出${union.name}，会籍到此为止。会员号为您留着，想回来，随时可以重新申请。`,
    },
    ports,
  )
  const others = membershipTasks.filter((kind) => kind !== 'leave-request')
  const close = await closingTasks(task.person, others, union, by, ports)
  const endTransfer = await endingTransfer(task.person, ports)
  return async (tx) => {
    const stepped = await stepTask(tx, task._id, { kind: 'finish' }, desk, { by, at: ports.now })
    if (!stepped.ok) return stepped
    const done = await write(tx)
    if (!done.ok) return refuse(done.code === 'MEMBERSHIP_MOVED' ? done.code : 'MEMBERSHIP_ENDED')
    await close(tx)
    await endTransfer(tx)
    return succeed({})
  }
}
