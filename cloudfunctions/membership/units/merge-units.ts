import { unitProcedures } from '../../../shared/contract/membership-units'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { undoDays } from '../../../shared/membership/likeness'
import { areTwoCodes } from '../../../shared/org/unit-likeness'
import { mergedUnit, type MergingUnit } from '../../../shared/org/unit-merge'
import { auditing } from '../../_kernel/audit'
import { merges } from '../../_kernel/records/merges'
import { coverages, unions, units, type CoverageRecord, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { UnitImages } from '../../_kernel/records/unit-merges'
import { unionEvents } from '../../_kernel/records/union-events'
import { sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { stepTask, taskId, type TaskActor, type TaskUnion } from '../../_kernel/tasks'
import { taskFor } from '../clean/pair'
import { pairOfTask } from './sides'
import { notingUnits } from './telling'

const dayMs = 24 * 60 * 60 * 1000
/** 建会的待办 that name a unit. */
const ofUnits = ['own-committee', 'assist-founding'] as const
/** How far up parents are followed. */
const mostParents = 10

/**
 * 合并两份单位登记. Both records, their coverages and their union change at once; whoever only names the unit follows in the background (carry.ts), and until then is led
 * to the one that stays by its alias. Outside life/change.ts because nobody works anywhere else than before.
 */
export const mergeUnits = implement(unitProcedures.mergeUnits, async (call) => {
  const { union: id, keep, codes } = call.input
  const [task, union] = await Promise.all([taskFor(call.input, call.store), call.store.get(unions, id)])
  if (task?.kind !== 'same-unit-twice' || union === undefined) return refuse('NOT_FOUND')
  if (task.state !== 'open') return refuse('TASK_CLOSED')
  const pair = await pairOfTask(task, call)
  const kept = pair?.find(({ _id }) => _id === keep)
  const merged = pair?.find(({ _id }) => _id !== keep)
  if (kept === undefined || merged === undefined) return refuse('PAIR_CHANGED')
  const after = mergedUnit(kept, merged)
  if (after === undefined) return refuse('UNITS_TWO_UNIONS')
  if (codes === 'agree' && areTwoCodes(kept.uscc, merged.uscc)) return refuse('UNITS_TWO_CODES')
  if ((await isBelow(kept, merged, call)) || (await isBelow(merged, kept, call))) return refuse('PAIR_CHANGED')
  if (await isBeingFounded([kept, merged], call)) return refuse('UNIT_IN_EVENT')

  const merge = call.random.id()
  const moved = coveragesOf(kept, merged, after)
  const dropped = await openTasksOf(merged, call)
  const images: UnitImages = {
    kept,
    merged,
    coverages: { removed: [...moved.removed], added: [...moved.added] },
    ...(merged.union === undefined || kept.union !== undefined ? {} : { hosted: merged.union }),
    tasks: [...dropped],
  }
  const sealed = sealJson<UnitImages>(call.sealer, { collection: merges.name, id: merge, field: 'images' }, images)
  const expiresAt = isoTime(Date.parse(call.now) + undoDays * dayMs)
  const audit = auditing(call, {
    action: 'unit.merge',
    subject: kept._id,
    union: id,
    content: { merge, kept: kept._id, merged: merged._id, codes },
  })
  const note = await notingUnits('merged', { union: id, kept, merged }, call)
  return call.act(async (tx) => {
    if (!(await isAsSeen(tx, kept)) || !(await isAsSeen(tx, merged))) return refuse('PAIR_CHANGED')
    const actor = { by: call.account, at: call.now }
    const stepped = await stepTask(tx, task._id, { kind: 'finish' }, union, actor)
    if (!stepped.ok) return stepped
    await tx.put(units, unitAfter(kept, after))
    await tx.put(units, { ...unitAfter(merged, { coveredBy: [] }), mergedInto: kept._id, mergedBy: merge })
    for (const row of moved.removed) await tx.remove(coverages, row._id)
    for (const row of moved.added) await tx.put(coverages, row)
    await host(tx, images, merged, kept)
    for (const one of dropped) await drop(tx, one, union, actor)
    await tx.insert(merges, {
      _id: merge,
      kind: 'unit',
      union: id,
      kept: kept._id,
      merged: merged._id,
      by: call.account,
      at: call.now,
      expiresAt,
      moving: 'forward',
      images: sealed,
    })
    await note(tx)
    await audit(tx)
    return succeed({ merge, until: expiresAt })
  })
})

/** The record with what the merge makes of it. */
function unitAfter(unit: UnitRecord, { uscc, union, coveredBy, parent }: Omit<MergingUnit, '_id'>): UnitRecord {
  const { uscc: _, union: __, parent: ___, ...rest } = unit
  return {
    ...rest,
    coveredBy: [...coveredBy],
    ...(uscc === undefined ? {} : { uscc }),
    ...(union === undefined ? {} : { union }),
    ...(parent === undefined ? {} : { parent }),
  }
}

/** 覆盖: the rows that no longer hold, and those that the unit that stays takes over. */
function coveragesOf(kept: UnitRecord, merged: UnitRecord, after: Pick<MergingUnit, 'coveredBy'>) {
  const row = (union: CoverageRecord['union'], { _id: unit }: UnitRecord): CoverageRecord => ({
    _id: `${union}:${unit}`,
    union,
    unit,
  })
  return {
    removed: [
      ...merged.coveredBy.map((union) => row(union, merged)),
      ...kept.coveredBy.filter((union) => !after.coveredBy.includes(union)).map((union) => row(union, kept)),
    ],
    added: after.coveredBy.filter((union) => !kept.coveredBy.includes(union)).map((union) => row(union, kept)),
  }
}

async function host(tx: Transaction, { hosted }: UnitImages, from: UnitRecord, to: UnitRecord): Promise<void> {
  const union = hosted === undefined ? undefined : await tx.get(unions, hosted)
  if (union?.hostUnit === from._id) await tx.put(unions, { ...union, hostUnit: to._id })
}

async function drop(tx: Transaction, task: string, union: TaskUnion, actor: TaskActor): Promise<void> {
  if ((await tx.get(tasks, task))?.state === 'open') await stepTask(tx, task, { kind: 'drop' }, union, actor)
}

async function openTasksOf({ _id }: UnitRecord, { store }: Pick<Call<unknown>, 'store'>): Promise<readonly string[]> {
  const found = await Promise.all(ofUnits.map((kind) => store.get(tasks, taskId(kind, _id))))
  return found.flatMap((task) => (task?.state === 'open' ? [task._id] : []))
}

/** A unit merged into what belongs to it would be its own parent. */
async function isBelow(unit: UnitRecord, above: UnitRecord, { store }: Pick<Call<unknown>, 'store'>): Promise<boolean> {
  let parent = unit.parent
  for (let step = 0; parent !== undefined && step < mostParents; step++) {
    if (parent === above._id) return true
    parent = (await store.get(units, parent))?.parent
  }
  return false
}

/** 正在建会: its lists name the unit that founds. */
async function isBeingFounded(pair: readonly UnitRecord[], { store }: Pick<Call<unknown>, 'store'>): Promise<boolean> {
  const ids = pair.map(({ _id }) => _id)
  for (const state of ['proposed', 'planned', 'confirmed', 'told'] as const) {
    for (let cursor: string | undefined; ;) {
      const query = { index: 'byState', equals: { state }, limit: 200, ...(cursor === undefined ? {} : { cursor }) }
      const page = await store.find(unionEvents, query)
      if (page.documents.some(({ unit }) => unit !== undefined && ids.includes(unit))) return true
      cursor = page.cursor
      if (cursor === undefined) break
    }
  }
  return false
}

/** Nothing was done with the record since it was read, but what the clock notes on it. */
async function isAsSeen(tx: Transaction, seen: UnitRecord): Promise<boolean> {
  const now = await tx.get(units, seen._id)
  return now !== undefined && JSON.stringify(withoutKeys(now)) === JSON.stringify(withoutKeys(seen))
}

function withoutKeys({ likenesses: _, ...unit }: UnitRecord) {
  return unit
}
