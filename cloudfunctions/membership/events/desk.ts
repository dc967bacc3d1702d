import type { UnionId } from '../../../shared/core/ids'
import { tasks } from '../../_kernel/records/tasks'
import { unionEvents, type UnionEventRecord } from '../../_kernel/records/union-events'
import type { Reader } from '../../_kernel/store/port'
import { taskId } from '../../_kernel/tasks'

/** 归谁确认: the event, where this union confirms it or its task has come up to this union; another’s is not there. */
export async function eventAtDesk(reader: Reader, union: UnionId, id: string): Promise<UnionEventRecord | undefined> {
  const event = await reader.get(unionEvents, id)
  if (event === undefined || event.desk.union === union) return event
  const task = await reader.get(tasks, taskId('union-event', id))
  return task?.desk === union ? event : undefined
}
