import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { pictureOf } from '../../_kernel/documents'
import { reaffiliations, type ReaffiliationRecord } from '../../_kernel/records/reaffiliations'
import { officers } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { implement } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { taskId } from '../../_kernel/tasks'

/** This union’s side of it: it gives, or takes, itself or because the task went up to its desk. Undefined where it is none of its business. */
export async function reaffiliationAt(
  id: string,
  union: UnionId,
  reader: Reader,
): Promise<{ readonly record: ReaffiliationRecord; readonly side: 'gives' | 'takes' } | undefined> {
  const record = await reader.get(reaffiliations, id)
  if (record === undefined) return undefined
  if (record.to === union) return { record, side: 'takes' }
  if (record.from === union) return { record, side: 'gives' }
  const task = await reader.get(tasks, taskId('reaffiliation', id))
  return task?.desk === union ? { record, side: 'takes' } : undefined
}

/** 看一次变更隶属. */
export const reaffiliation = implement(registry.procedures.reaffiliation, async ({ store, input }) => {
  const found = await reaffiliationAt(input.reaffiliation, input.union, store)
  if (found === undefined) return refuse('NOT_FOUND')
  const { union: moving, unionName: name, fromName, toName, state, reason, refusal, askedAt, papers } = found.record
  return succeed({
    moving,
    name,
    fromName,
    toName,
    state,
    side: found.side,
    reason,
    ...(refusal === undefined ? {} : { refusal }),
    askedAt,
    papers,
  })
})

/** 看材料. */
export const reaffiliationPaper = implement(registry.procedures.reaffiliationPaper, async (call) => {
  const { union, reaffiliation: id, file } = call.input
  const found = await reaffiliationAt(id, union, call.store)
  if (found?.record.papers.some((paper) => paper.file === file) !== true) return refuse('NOT_FOUND')
  await auditView(call, { action: 'reaffiliation.paper', subject: id, union })
  const picture = await pictureOf(file, call)
  if (picture === undefined) return refuse('NOT_FOUND')
  const { from, by } = found.record
  const sender = await call.store.get(officers, `${from}:${by}`)
  return succeed({
    picture,
    ...(sender === undefined
      ? {}
      : { sentBy: call.sealer.open({ collection: officers.name, id: sender._id, field: 'name' }, sender.name) }),
  })
})
