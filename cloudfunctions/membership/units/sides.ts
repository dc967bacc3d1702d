import { UnitId, type UnionId } from '../../../shared/core/ids'
import { betweenTwo } from '../../../shared/membership/likeness'
import type { UnitSide } from '../../../shared/org/unit-likeness'
import { unions, type UnitRecord } from '../../_kernel/records/registry'
import type { TaskRecord } from '../../_kernel/records/tasks'
import type { Call } from '../../_kernel/serve'
import { unitNow } from '../../_kernel/units'
import { usesByApplications, usesByBranches, usesByMembers, usesByTransfers } from './uses'

/** Counted on one page; more are as many. */
export const countedTo = 1_000

export type Pair = readonly [UnitRecord, UnitRecord]

/** 两份登记 that a task asks about, as they stand now; undefined where they are one already. */
export async function pairOfTask(
  { kind, subject }: TaskRecord,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<Pair | undefined> {
  if (kind !== 'same-unit-twice') return undefined
  const [one, other] = await Promise.all(subject.split(betweenTwo).map((id) => unitNow(UnitId.parse(id), store)))
  return one === undefined || other === undefined || one._id === other._id ? undefined : [one, other]
}

/** What stands on a unit. */
export async function standingOn({ _id }: UnitRecord, { store }: Pick<Call<unknown>, 'store'>) {
  const [members, applications, transfers, branches] = await Promise.all(
    [usesByMembers, usesByApplications, usesByTransfers, usesByBranches].map((uses) =>
      uses.count(_id, countedTo, store),
    ),
  )
  return { members: members ?? 0, applications: applications ?? 0, transfers: transfers ?? 0, branches: branches ?? 0 }
}

export function unitSide({ uscc, union, coveredBy }: UnitRecord, members: number): UnitSide {
  const organised = union !== undefined ? 'own' : coveredBy.length > 0 ? 'covered' : 'none'
  return { uscc, organised, members }
}

export async function unionNames(
  ids: readonly UnionId[],
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => store.get(unions, id)))
  return found.flatMap((union) => (union === undefined ? [] : [union.name]))
}
