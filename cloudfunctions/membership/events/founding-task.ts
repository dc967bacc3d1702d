import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { UnitId, type UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { policyAt } from '../../_kernel/policy/policy-at'
import { memberships } from '../../_kernel/records/memberships'
import { coverages, regions, unions } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import { implement, type Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { policyOfUnion } from '../../_kernel/policy-of-union'

type View = z.input<typeof membership.procedures.foundingTask.output>
type FoundingTask = TaskRecord & { readonly kind: View['kind'] }

/** 该建会、该分开建会. */
export const foundingTask = implement(membership.procedures.foundingTask, async (call) => {
  const task = await foundingTaskAt(call.store, call.input.union, call.input.task)
  const view = task === undefined ? undefined : await viewOf(task, call)
  return view === undefined ? refuse('NOT_FOUND') : succeed(view)
})

export async function foundingTaskAt(reader: Reader, union: UnionId, id: string): Promise<FoundingTask | undefined> {
  const task = await reader.get(tasks, id)
  return task !== undefined && task.desk === union && isFounding(task) ? task : undefined
}

function isFounding(task: TaskRecord): task is FoundingTask {
  return task.kind === 'own-committee' || task.kind === 'joint-too-many' || task.kind === 'assist-founding'
}

async function viewOf(task: FoundingTask, call: Pick<Call<unknown>, 'store' | 'today'>): Promise<View | undefined> {
  const settled = task.state !== 'open'
  if (task.kind === 'joint-too-many') {
    const union = await call.store.get(unions, task.subject)
    if (union === undefined) return undefined
    const count = await call.store.count(coverages, { index: 'byUnion', equals: { union: union._id } })
    const { jointUnionMaxUnits: threshold } = (await policyOfUnion(union, call)).values
    return { kind: task.kind, name: union.name, place: union.address ?? '', count, threshold, settled }
  }
  const unit = await unitNow(UnitId.parse(task.subject), call.store)
  if (unit === undefined) return undefined
  const count = await call.store.count(memberships, { index: 'byUnit', equals: { unit: unit._id, state: 'active' } })
  const region = await call.store.get(regions, unit.region)
  const { ownCommitteeAt } = (await policyAt(region?.path ?? [unit.region], call.today, call)).values
  return {
    kind: task.kind,
    name: unit.name,
    place: unit.place,
    unit: unit._id,
    count,
    staff: unit.staff,
    ...(task.kind === 'own-committee' ? { threshold: ownCommitteeAt } : {}),
    settled,
  }
}
