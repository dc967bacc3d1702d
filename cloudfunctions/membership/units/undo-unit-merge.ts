import { unitProcedures } from '../../../shared/contract/membership-units'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { undoDays } from '../../../shared/membership/likeness'
import { mergedUnit } from '../../../shared/org/unit-merge'
import { auditing } from '../../_kernel/audit'
import { merges } from '../../_kernel/records/merges'
import { coverages, unions, units, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { UnitImages } from '../../_kernel/records/unit-merges'
import { openJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { notingUnits } from './telling'

const dayMs = 24 * 60 * 60 * 1000

/**
 * 撤销单位合并: both records at once, field by field, whoever was moved after them in the background (carry.ts). What somebody did with the unit that stayed meanwhile stays
 * with it. A union that has ended meanwhile gets nothing back.
 */
export const undoUnitMerge = implement(unitProcedures.undoUnitMerge, async (call) => {
  const { union, merge: id } = call.input
  const seen = await call.store.get(merges, id)
  if (seen?.union !== union || seen.kind !== 'unit') return refuse('NOT_FOUND')
  if (seen.expiresAt <= call.now || seen.moving === 'back') return refuse('MERGE_GONE')
  const images = openJson(call.sealer, { collection: merges.name, id, field: 'images' }, UnitImages, seen.images)
  // Long enough for the way back, whatever is left of the seven days.
  const expiresAt = isoTime(Date.parse(call.now) + undoDays * dayMs)
  const audit = auditing(call, { action: 'unit.unmerge', subject: images.kept._id, union, content: { merge: id } })
  const note = await notingUnits('undone', { union, kept: images.kept, merged: images.merged }, call)
  return call.act(async (tx) => {
    const merge = await tx.get(merges, id)
    if (merge === undefined || merge.moving === 'back') return refuse('MERGE_GONE')
    const [kept, merged] = [await tx.get(units, images.kept._id), await tx.get(units, images.merged._id)]
    if (kept === undefined || merged === undefined) return refuse('MERGE_GONE')
    if (kept.mergedInto !== undefined) return refuse('MERGED_AGAIN')
    const stands = await activeAmong(tx, images)
    const again = [keptAgain(kept, images, stands), mergedAgain(merged, kept, images, stands)]
    for (const unit of again) await tx.put(units, unit)
    for (const row of images.coverages.added) await tx.remove(coverages, row._id)
    for (const row of images.coverages.removed)
      if (again.some(({ _id, coveredBy }) => _id === row.unit && coveredBy.includes(row.union)))
        await tx.put(coverages, row)
    await hostAgain(tx, images)
    for (const task of images.tasks) await openAgain(tx, task, merge.at)
    await tx.put(merges, { ...merge, moving: 'back' as const, expiresAt })
    await note(tx)
    await audit(tx)
    return succeed({})
  })
})

async function activeAmong(tx: Transaction, { kept, merged }: UnitImages): Promise<ReadonlySet<UnionId>> {
  const named = new Set(
    [kept, merged].flatMap(({ union, coveredBy }) => [...(union === undefined ? [] : [union]), ...coveredBy]),
  )
  const active = new Set<UnionId>()
  for (const id of named) if ((await tx.get(unions, id))?.status === 'active') active.add(id)
  return active
}

/** Each field as it was, where it still is what the merge wrote. */
function keptAgain(now: UnitRecord, { kept, merged }: UnitImages, stands: ReadonlySet<UnionId>): UnitRecord {
  const wrote = mergedUnit(kept, merged)
  if (wrote === undefined) return now
  const added = wrote.coveredBy.filter((union) => !kept.coveredBy.includes(union))
  const removed = kept.coveredBy.filter((union) => !wrote.coveredBy.includes(union) && stands.has(union))
  const own = now.union === wrote.union ? kept.union : now.union
  const { uscc, union: _, parent, ...rest } = now
  const before = {
    uscc: uscc === wrote.uscc ? kept.uscc : uscc,
    parent: parent === wrote.parent ? kept.parent : parent,
  }
  return {
    ...rest,
    coveredBy:
      own === undefined || own === kept.union ? inOrder(now.coveredBy, added, removed, kept) : [...now.coveredBy],
    ...(before.uscc === undefined ? {} : { uscc: before.uscc }),
    ...(before.parent === undefined ? {} : { parent: before.parent }),
    ...(own === undefined ? {} : { union: own }),
  }
}

/** In the order they were in, what came meanwhile last. */
function inOrder(
  now: readonly UnionId[],
  added: readonly UnionId[],
  removed: readonly UnionId[],
  { coveredBy }: UnitRecord,
) {
  const all = new Set([...now.filter((union) => !added.includes(union)), ...removed])
  return [...coveredBy.filter((union) => all.has(union)), ...[...all].filter((union) => !coveredBy.includes(union))]
}

/** The alias is a record again: compared anew by the clock, since its keys went with the merge. */
function mergedAgain(now: UnitRecord, kept: UnitRecord, images: UnitImages, stands: ReadonlySet<UnionId>): UnitRecord {
  const { mergedInto: _, mergedBy: __, likenesses: ___, union: ____, ...rest } = now
  const { union, coveredBy, uscc, parent } = images.merged
  const wentOn = union !== undefined && images.kept.union === undefined && kept.union !== union
  return {
    ...rest,
    coveredBy: coveredBy.filter((one) => stands.has(one)),
    ...(uscc === undefined ? {} : { uscc }),
    ...(parent === undefined ? {} : { parent }),
    ...(union === undefined || wentOn || !stands.has(union) ? {} : { union }),
  }
}

async function hostAgain(tx: Transaction, { hosted, kept, merged }: UnitImages): Promise<void> {
  const union = hosted === undefined ? undefined : await tx.get(unions, hosted)
  if (union?.hostUnit === kept._id) await tx.put(unions, { ...union, hostUnit: merged._id })
}

/** A task that the merge dropped waits again; one that went another way since does not. */
async function openAgain(tx: Transaction, id: string, droppedAt: string): Promise<void> {
  const task = await tx.get(tasks, id)
  const last = task?.steps.at(-1)
  if (task?.state !== 'dropped' || last?.kind !== 'dropped' || last.at !== droppedAt) return
  await tx.put(tasks, { ...task, state: 'open' as const, steps: task.steps.slice(0, -1) })
}
