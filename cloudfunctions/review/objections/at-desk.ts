import type { UnionId } from '../../../shared/core/ids'
import { listObjections, type ListObjectionRecord } from '../../_kernel/records/elector-lists'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import type { Reader } from '../../_kernel/store/port'

/** 一件异议, where it lies with this union; another’s is not there. */
export async function objectionAt(
  reader: Reader,
  union: UnionId,
  id: string,
): Promise<{ readonly task: TaskRecord; readonly objection: ListObjectionRecord } | undefined> {
  const task = await reader.get(tasks, id)
  if (task?.kind !== 'review-objection' || task.desk !== union) return undefined
  const objection = await reader.get(listObjections, task.subject)
  return objection === undefined ? undefined : { task, objection }
}
