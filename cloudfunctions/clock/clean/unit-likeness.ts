import type { UnionId, UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { pairOf } from '../../../shared/membership/likeness'
import { nearestCommonUpper } from '../../../shared/membership/reviewer'
import { mayBeSameUnit, unitLikenessKeys, type LikelyUnit } from '../../../shared/org/unit-likeness'
import { memberships } from '../../_kernel/records/memberships'
import { regions, unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { unitLikenesses } from '../../_kernel/records/unit-merges'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import type { Runtime } from '../../_kernel/runtime'
import { openTask, taskId } from '../../_kernel/tasks'
import { moveStragglers } from '../../membership/units/carry'
import { compareStep } from './compare-step'
import { dueForTask } from './due'

/** Units looked at in one run, and units compared: one is compared when it is new, or when its name or code changed. 100,000 new ones take a working day. */
const looked = 1_000
const pageSize = 250
const compared = 200
/** Others with one key: a chain has many shops of one name, each in a place of its own. */
const mostAlike = 100

/** 找重复登记的单位: a walk a day that keeps the keys of each unit in step with it, and looks up by them who else has one. A task per pair, named after both, so that two clocks open one. */
export function findSameUnits(runtime: Runtime): Promise<number> {
  const compare = async (unit: UnitRecord) => {
    const isCompared = await compareAnew(unit, runtime)
    if (unit.mergedInto !== undefined) await moveStragglers(unit, runtime)
    return isCompared
  }
  const walk = { collection: units, pageSize, looked, compared, compare }
  return stepOfDailyRound('units.compare', runtime, (after) => compareStep(walk, after, runtime.store))
}

/** Counts as done only after it was compared, so that a crash loses no pair. */
async function compareAnew(unit: UnitRecord, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  const keys = unit.mergedInto === undefined ? unitLikenessKeys(comparing(unit, [])) : []
  const kept = unit.likenesses ?? []
  if (unit.likenesses !== undefined && kept.length === keys.length && keys.every((key) => kept.includes(key)))
    return false
  await store.transact(async (tx) => {
    for (const key of keys) await tx.put(unitLikenesses, { _id: `${key}:${unit._id}`, key, unit: unit._id })
    return succeed(undefined)
  })
  for (const other of await alike(unit, keys, runtime)) await openPair(unit, other, runtime)
  await store.transact(async (tx) => {
    const now = await tx.get(units, unit._id)
    for (const key of kept) if (!keys.includes(key)) await tx.remove(unitLikenesses, `${key}:${unit._id}`)
    if (now !== undefined) await tx.put(units, { ...now, likenesses: keys })
    return succeed(undefined)
  })
  return true
}

function comparing({ _id: id, name, uscc, legalPerson, parent }: UnitRecord, path: LikelyUnit['path']): LikelyUnit {
  return { id, name, uscc, path, legalPerson, parent }
}

async function alike(unit: UnitRecord, keys: readonly string[], { store }: Runtime): Promise<readonly UnitRecord[]> {
  const found = new Set<UnitId>()
  for (const key of keys) {
    const page = await store.find(unitLikenesses, { index: 'byKey', equals: { key }, limit: mostAlike })
    for (const { unit: other } of page.documents) if (other !== unit._id) found.add(other)
  }
  if (found.size === 0) return []
  const pathOf = async ({ region }: UnitRecord) => (await store.get(regions, region))?.path ?? [region]
  const ours = comparing(unit, await pathOf(unit))
  const same: UnitRecord[] = []
  for (const id of found) {
    const other = await store.get(units, id)
    if (other === undefined || other.mergedInto !== undefined) continue
    if (mayBeSameUnit(ours, comparing(other, await pathOf(other)))) same.push(other)
  }
  return same
}

/** A task of the union that organises both, or of the nearest one above those that do. */
async function openPair(one: UnitRecord, other: UnitRecord, { store, now }: Runtime): Promise<void> {
  const subject = pairOf(one._id, other._id)
  if ((await store.get(tasks, taskId('same-unit-twice', subject))) !== undefined) return
  const union = ownerOf(await unionsAt(one, store), await unionsAt(other, store))
  const owner = union === undefined ? undefined : await store.get(unions, union)
  if (owner === undefined) return
  const at = now()
  const dueOn = await dueForTask(owner, chinaDay(at), store)
  await store.transact(async (tx) => {
    await openTask(tx, { kind: 'same-unit-twice', subject, union: owner, dueOn }, { by: 'clock', at })
    return succeed(undefined)
  })
}

function ownerOf(ours: readonly UnionRecord[], theirs: readonly UnionRecord[]): UnionId | undefined {
  const both = ours.find(({ _id }) => theirs.some((union) => union._id === _id))
  if (both !== undefined) return both._id
  const [first, second] = [ours[0], theirs[0]]
  return first === undefined || second === undefined ? undefined : nearestCommonUpper([first.line, second.line])
}

/** Who has to do with a unit: its own union, those that list it, else the union of somebody who works there, else the nearest seat of the place. */
async function unionsAt(unit: UnitRecord, store: Runtime['store']): Promise<readonly UnionRecord[]> {
  const own = await active([...(unit.union === undefined ? [] : [unit.union]), ...unit.coveredBy], store)
  if (own.length > 0) return own
  const here = { index: 'byUnit', equals: { unit: unit._id, state: 'active' as const }, limit: 1 }
  const members = (await store.find(memberships, here)).documents
  const theirs = await active(
    members.map(({ union }) => union),
    store,
  )
  if (theirs.length > 0) return theirs
  const region = await store.get(regions, unit.region)
  for (const id of region?.path ?? []) {
    const place = await store.get(regions, id)
    const seated = await active(
      (place?.seats ?? []).map(({ union }) => union),
      store,
    )
    if (seated.length > 0) return seated
  }
  return []
}

async function active(ids: readonly UnionId[], store: Runtime['store']): Promise<readonly UnionRecord[]> {
  const found = await Promise.all(ids.map((id) => store.get(unions, id)))
  return found.flatMap((union) => (union?.status === 'active' ? [union] : []))
}
