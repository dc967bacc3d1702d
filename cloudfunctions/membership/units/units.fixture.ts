import { castUnions, stage } from '../../../local/demo/personas'
import type { PersonId, UnitId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { pairOf } from '../../../shared/membership/likeness'
import { usccCheckCharacter } from '../../../shared/identity/uscc'
import { endingsOf } from '../../../shared/org/unit-search'
import { unitOnFile } from '../../../tests/faults/of-units'
import { sent, somebody } from '../../../tests/forms'
import type { TestSystem } from '../../../tests/system'
import { findSameUnits } from '../../clock/clean/unit-likeness'
import { dailyJobs } from '../../_kernel/records/daily-jobs'
import { memberships } from '../../_kernel/records/memberships'
import { unitNames, units, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { openTask } from '../../_kernel/tasks'
import { employed } from '../events/events.fixture'
import { carryOnUnitMerges } from './carry'

/** Units that are on file twice, and what an officer of the factory’s union does about them. */

type World = Pick<TestSystem, 'ask' | 'newcomer' | 'runtime'>

export const union = castUnions.factory.id
export const newForm = castUnions.newForm.id
export const chair = 'demo-factory-chair'
export const start = Date.parse('2026-11-18T02:00:00.000Z')

let codes = 0
export function freshCode(): string {
  const first17 = `91370202MA3D${String(++codes).padStart(5, '0')}`
  return `${first17}${usccCheckCharacter(first17)}`
}
/** The same with its thirteenth character copied wrongly. */
export const slipIn = (code: string) => `${code.slice(0, 12)}${code.charAt(12) === '7' ? '8' : '7'}${code.slice(13)}`

export async function compareAll(system: World) {
  for (let run = 0; run < 60; run++) {
    await findSameUnits(system.runtime)
    const job = await system.runtime.store.get(dailyJobs, 'units.compare')
    if (job?.after === undefined) break
  }
  await system.runtime.store.transact(async (tx) => {
    await tx.remove(dailyJobs, 'units.compare')
    return succeed(undefined)
  })
}

export const carryOn = async (system: World) => {
  while ((await carryOnUnitMerges(system.runtime)) > 0);
}
export const merge = (system: World, task: string, keep: UnitId, said: 'agree' | 'differ-yet-one-unit' = 'agree') =>
  system.ask(chair, 'membership', 'mergeUnits', { union, task, keep, codes: said })
export const undo = (system: World, id: string) =>
  system.ask(chair, 'membership', 'undoUnitMerge', { union, merge: id })
export const unitOf = (system: World, id: UnitId) => system.runtime.store.get(units, id)
export const memberOf = async (system: World, person: PersonId) => {
  const member = await system.runtime.store.get(memberships, person)
  if (member === undefined) throw new Error('nobody’s membership')
  return member
}
export const taskOf = (system: World, one: UnitId, other: UnitId) =>
  system.runtime.store.get(tasks, `same-unit-twice:${pairOf(one, other)}`)

export async function asOnFile(system: World, change: Partial<Omit<UnitRecord, '_id'>>) {
  const id = await unitOnFile(system, change)
  await system.runtime.store.transact(async (tx) => {
    const { name = '', region = stage.community } = change
    for (const [at, text] of endingsOf(name).entries())
      await tx.put(unitNames, { _id: `${id}:${at}`, text, unit: id, agency: false, region })
    return succeed(undefined)
  })
  return id
}

export async function applying(system: World, unit: UnitId) {
  const as = system.newcomer()
  const { application } = await sent(system, as, somebody(), employed(unit))
  return { as, application }
}

export async function pairTask(system: World, one: UnitId, other: UnitId) {
  await system.runtime.store.transact(async (tx) => {
    const task = { kind: 'same-unit-twice', subject: pairOf(one, other) } as const
    const owner = { _id: union, name: castUnions.factory.name }
    const dueOn = IsoDate.parse('2026-12-09')
    await openTask(tx, { ...task, union: owner, dueOn }, { by: 'clock', at: isoTime(start) })
    return succeed(undefined)
  })
  return { task: `same-unit-twice:${pairOf(one, other)}` }
}
