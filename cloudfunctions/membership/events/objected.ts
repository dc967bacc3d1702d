import type { UnionId } from '../../../shared/core/ids'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import {
  eventItems,
  unionEvents,
  type EventItemRecord,
  type UnionEventRecord,
} from '../../_kernel/records/union-events'
import type { Reader } from '../../_kernel/store/port'

export interface Objected {
  readonly task: TaskRecord
  readonly item: EventItemRecord
  readonly event: UnionEventRecord
}

/** 一件异议, where it lies with this union; another’s is not there. */
export async function objectedAt(reader: Reader, union: UnionId, id: string): Promise<Objected | undefined> {
  const task = await reader.get(tasks, id)
  if (task?.kind !== 'event-objection' || task.desk !== union) return undefined
  const item = await reader.get(eventItems, task.subject)
  const event = item === undefined ? undefined : await reader.get(unionEvents, item.event)
  return item === undefined || event === undefined ? undefined : { task, item, event }
}
