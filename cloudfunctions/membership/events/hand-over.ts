import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'
import { openTask } from '../../_kernel/tasks'
import { daysFor } from './plan'
import type { EventPorts } from './ports'
import { settlerOf } from './settler'
import { stepItem } from './step-item'

/** What cannot be done for somebody goes to an officer, who sees it in the inbox. */
export async function handOver(event: UnionEventRecord, item: EventItemRecord, ports: EventPorts): Promise<void> {
  const [settler, days] = await Promise.all([settlerOf(item, ports), daysFor(event, ports)])
  await ports.store.transact(async (tx) => {
    const after = await stepItem(tx, item._id, item.person === undefined ? 'keep' : 'fail', ports)
    if (!after.ok || item.person === undefined) return
    await openTask(
      tx,
      { kind: 'event-objection', subject: item._id, person: item.person, union: settler, dueOn: days.task },
      { by: 'clock', at: ports.now },
    )
  })
}
