import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { merges } from '../../cloudfunctions/_kernel/records/merges'
import { coverages, units, type UnitRecord } from '../../cloudfunctions/_kernel/records/registry'
import { tasks } from '../../cloudfunctions/_kernel/records/tasks'
import { openTask, taskId } from '../../cloudfunctions/_kernel/tasks'
import { castUnions, stage } from '../../local/demo/personas'
import { UnitId, type UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { IsoDate, isoTime } from '../../shared/core/time'
import { pairOf } from '../../shared/membership/likeness'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { joinedMember, type Peopled } from './of-rounds'
import { chair, union } from './ready'

let made = 0

/** A unit of the factory’s community, with the joint unions that list it. */
export async function unitOnFile(
  { runtime: { store } }: Pick<Peopled, 'runtime'>,
  change: Partial<Omit<UnitRecord, '_id'>> = {},
): Promise<UnitId> {
  const id = UnitId.parse(`unit-twice-${++made}`)
  const unit: UnitRecord = {
    _id: id,
    name: `青岛霁川第${made}机电有限公司`,
    unitKind: '私营企业',
    region: stage.community,
    place: '市南区中山路街道',
    legalPerson: true,
    coveredBy: [],
    staff: 30,
    ...change,
  }
  await store.transact(async (tx) => {
    await tx.put(units, unit)
    for (const covering of unit.coveredBy)
      await tx.put(coverages, { _id: `${covering}:${id}`, union: covering, unit: id })
    return succeed(undefined)
  })
  return id
}

/** Two records that may be one unit’s, with the task of the factory’s union. */
export async function likelyUnits(
  system: Peopled,
  { first = {}, second = {} }: { first?: Partial<UnitRecord>; second?: Partial<UnitRecord> } = {},
): Promise<{ readonly task: string; readonly one: UnitId; readonly other: UnitId }> {
  const one = await unitOnFile(system, first)
  const other = await unitOnFile(system, second)
  const subject = pairOf(one, other)
  const { id: _id, name } = castUnions.factory
  const task = { kind: 'same-unit-twice', subject, union: { _id, name }, dueOn: IsoDate.parse('2026-12-09') } as const
  await system.runtime.store.transact(async (tx) => {
    await openTask(tx, task, { by: 'clock', at: isoTime(Date.parse('2026-11-18T02:00:00.000Z')) })
    return succeed(undefined)
  })
  return { task: taskId('same-unit-twice', subject), one, other }
}

/** A member of the factory’s union who works at this unit, as an approval leaves it. */
export async function memberAt(system: Peopled, unit: UnitId, at: UnionId = union) {
  const joined = await joinedMember(system)
  const name = (await system.runtime.store.get(units, unit))?.name ?? ''
  await system.runtime.store.transact(async (tx) => {
    const held = await tx.get(memberships, joined.person)
    if (held !== undefined) await tx.put(memberships, { ...held, union: at, unit, unitName: name })
    return succeed(undefined)
  })
  return joined
}

const codes = 'agree'
const stateOf = async ({ runtime }: TestSystem, task: string) =>
  (await runtime.store.get(tasks, task))?.state === 'done' ? 1 : 0

/** 一家单位登记了两次. */
export const unitAttempts: Readonly<Record<string, Cases>> = {
  sameUnits: {
    'look at both': async (system) => {
      const { task } = await likelyUnits(system)
      return { as: chair, input: { union, task } }
    },
  },
  mergeUnits: {
    merge: async (system) => {
      const { task, one, other } = await likelyUnits(system)
      const effects = async () => ((await system.runtime.store.get(units, other))?.mergedInto === one ? 1 : 0)
      return { as: chair, input: { union, task, keep: one, codes }, effects }
    },
  },
  notSameUnits: {
    'they are two': async (system) => {
      const { task } = await likelyUnits(system)
      return { as: chair, input: { union, task }, effects: () => stateOf(system, task) }
    },
  },
  undoUnitMerge: {
    undo: async (system) => {
      const { task, one } = await likelyUnits(system)
      const { merge } = granted(await system.ask(chair, 'membership', 'mergeUnits', { union, task, keep: one, codes }))
      const effects = async () => ((await system.runtime.store.get(merges, merge))?.moving === 'back' ? 1 : 0)
      return { as: chair, input: { union, merge }, effects }
    },
  },
}
