import { UnitId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'
import type { Runtime } from '../../_kernel/runtime'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { merges, type MergeRecord } from '../../_kernel/records/merges'
import { unions, units, type UnitRecord } from '../../_kernel/records/registry'
import { unitMoves, type UnitMoveRecord } from '../../_kernel/records/unit-merges'
import type { Store, Transaction } from '../../_kernel/store/port'
import { allUses, usesByMembers, type NamedUnit, type UnitUses } from './uses'

/** Seven operations each at most, with those of the merge itself: a CloudBase transaction takes 100. */
const together = 13
/** Pages in one run of the clock: some 2,500 documents. */
const pagesPerRun = 200

interface Ports {
  readonly store: Store
  readonly now: IsoTime
}

/** 单位合并，在后台往前办, and back where it is undone. Every page may be killed anywhere and run twice at once. Answers how many pages there were. */
export async function carryOnUnitMerges({ store, now }: Pick<Runtime, 'store' | 'now'>): Promise<number> {
  let pages = 0
  for (const moving of ['back', 'forward'] as const) {
    const found = await store.find(merges, { index: 'byMoving', equals: { moving }, limit: 50 })
    for (const merge of found.documents) {
      while (pages < pagesPerRun && (await onePage(merge, { store, now: now() }))) pages += 1
    }
  }
  return pages
}

/** Whether there was anything to do. */
function onePage(merge: MergeRecord, ports: Ports): Promise<boolean> {
  return merge.moving === 'back' ? pageBack(merge, ports) : pageForward(merge, ports)
}

/** Whoever names the merged unit names the other from here on. What comes meanwhile is found by the same lists, so that a round ends only when they are empty. */
async function pageForward({ _id, merged, kept }: MergeRecord, ports: Ports): Promise<boolean> {
  const from = UnitId.parse(merged)
  const to = await ports.store.get(units, kept)
  for (const uses of to === undefined ? [] : allUses) {
    const ids = await uses.some(from, together, ports.store)
    if (ids.length === 0) continue
    return ports.store.transact(async (tx) => {
      const merge = await tx.get(merges, _id)
      if (merge?.moving !== 'forward' || to === undefined) return false
      await tx.put(merges, merge)
      for (const id of ids) await moveOne(tx, uses, id, { from, to, merge }, ports)
      return true
    })
  }
  return ports.store.transact(async (tx) => {
    const merge = await tx.get(merges, _id)
    if (merge?.moving === 'forward') await tx.put(merges, { ...merge, moving: 'no' as const })
    return false
  })
}

async function moveOne(
  tx: Transaction,
  uses: UnitUses,
  id: string,
  { from, to, merge }: { from: UnitId; to: NamedUnit; merge: MergeRecord },
  ports: Ports,
): Promise<void> {
  const moved = await uses.repoint(tx, id, { from, to })
  if (moved === undefined) return
  const row = `${merge._id}:${uses.collection}:${id}`
  // Somebody who wrote what they had read before the merge brings a document back: where it was at first is on record already.
  if ((await tx.get(unitMoves, row)) !== undefined) return
  const isRenamed = uses === usesByMembers && moved.unitName !== undefined && moved.unitName !== to.name
  const event = isRenamed ? `${merge._id}:${id}` : undefined
  if (event !== undefined) await tell(tx, id, event, to, merge, ports)
  await tx.insert(unitMoves, {
    _id: row,
    merge: merge._id,
    collection: uses.collection,
    id,
    fields: [...moved.fields],
    ...(moved.unitName === undefined ? {} : { unitName: moved.unitName }),
    ...(event === undefined ? {} : { event }),
    expiresAt: merge.expiresAt,
  })
}

/** 会籍变动: only where the member reads another name than before. */
async function tell(
  tx: Transaction,
  person: string,
  event: string,
  { name }: NamedUnit,
  { by }: MergeRecord,
  { now }: Ports,
): Promise<void> {
  const member = await tx.get(memberships, person)
  const union = member === undefined ? undefined : await tx.get(unions, member.union)
  if (member === undefined || union === undefined) return
  await tx.insert(membershipEvents, {
    _id: event,
    person: member._id,
    at: now,
    kind: 'unit-merged',
    union: union._id,
    unionName: union.name,
    unitName: name,
    by,
  })
}

/** What was moved goes back, where nobody moved it on meanwhile. */
async function pageBack({ _id, merged, kept }: MergeRecord, { store }: Ports): Promise<boolean> {
  const rows = await store.find(unitMoves, { index: 'byMerge', equals: { merge: _id }, limit: together })
  const to = await store.get(units, merged)
  return store.transact(async (tx) => {
    const merge = await tx.get(merges, _id)
    if (merge?.moving !== 'back' || to === undefined) return false
    if (rows.documents.length === 0) {
      await tx.remove(merges, _id)
      return false
    }
    await tx.put(merges, merge)
    for (const row of rows.documents) await takeBack(tx, row, { from: UnitId.parse(kept), to })
    return true
  })
}

async function takeBack(
  tx: Transaction,
  row: UnitMoveRecord,
  { from, to }: { from: UnitId; to: NamedUnit },
): Promise<void> {
  const uses = allUses.find(({ collection }) => collection === row.collection)
  const called = { _id: to._id, name: row.unitName ?? to.name }
  await uses?.repoint(tx, row.id, { from, to: called, fields: row.fields })
  if (row.event !== undefined) await tx.remove(membershipEvents, row.event)
  await tx.remove(unitMoves, row._id)
}

/**
 * 迟到的: who named the merged unit after its merge was through, because they had read it before. While the merge can be undone it goes on for them; later they are
 * moved for good. Once a day, with the walk that compares units.
 */
export async function moveStragglers(
  unit: UnitRecord,
  { store, now }: Pick<Runtime, 'store' | 'now'>,
): Promise<number> {
  const to = unit.mergedInto === undefined ? undefined : await store.get(units, unit.mergedInto)
  if (to === undefined) return 0
  let moved = 0
  for (const uses of allUses) {
    const ids = await uses.some(unit._id, together, store)
    if (ids.length === 0) continue
    moved += ids.length
    await store.transact(async (tx) => {
      const merge = unit.mergedBy === undefined ? undefined : await tx.get(merges, unit.mergedBy)
      if (merge?.moving === 'back') return
      if (merge !== undefined) await tx.put(merges, { ...merge, moving: 'forward' as const })
      for (const id of ids)
        if (merge === undefined) await uses.repoint(tx, id, { from: unit._id, to })
        else await moveOne(tx, uses, id, { from: unit._id, to, merge }, { store, now: now() })
    })
  }
  return moved
}
