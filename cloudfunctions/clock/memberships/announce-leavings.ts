import { chinaDay } from '../../../shared/core/time'
import { auditing } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import type { Runtime } from '../../_kernel/runtime'
import { stepTask } from '../../_kernel/tasks'
import { announcing } from '../../membership/states/announcing'

const together = 100

/**
 * 到期退会: whoever asked to leave and heard nothing has left, because exit is free. A request that has nothing to act on any more, since the membership moved or
 * ended meanwhile, is dropped.
 */
export async function announceLeavings(runtime: Runtime): Promise<number> {
  const now = runtime.now()
  const query = {
    index: 'byKind',
    equals: { kind: 'leave-request' as const, state: 'open' as const },
    until: chinaDay(now),
    limit: together,
  }
  const { documents } = await runtime.store.find(tasks, query)
  for (const task of documents) await announce(task, runtime)
  return documents.length
}

async function announce(task: TaskRecord, runtime: Runtime): Promise<void> {
  const now = runtime.now()
  const ports = {
    store: runtime.store,
    sealer: runtime.sealer,
    random: runtime.random,
    indexer: runtime.indexer,
    now,
    account: 'clock' as const,
  }
  const union = await runtime.store.get(unions, task.union)
  if (task.person === undefined || union === undefined) throw new Error(`a task of nobody’s: ${task._id}`)
  const write = await announcing({ task: { ...task, person: task.person }, union, desk: union, by: 'clock' }, ports)
  const done = await runtime.store.transact(write)
  if (done.ok) return
  const member = await runtime.store.get(memberships, task.person)
  const audit = auditing(ports, { action: 'leaving.drop', subject: task.person, union: member?.union ?? union._id })
  await runtime.store.transact(async (tx) => {
    const dropped = await stepTask(tx, task._id, { kind: 'drop' }, union, { by: 'clock', at: now })
    if (dropped.ok) await audit(tx)
  })
}
