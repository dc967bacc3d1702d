import type { z } from 'zod'
import { unitProcedures, type UnitSideView } from '../../../shared/contract/membership-units'
import { refuse, succeed } from '../../../shared/core/outcome'
import { areTwoCodes, keepUnitFirst, readCode } from '../../../shared/org/unit-likeness'
import { mergedUnit } from '../../../shared/org/unit-merge'
import type { UnitRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { taskFor } from '../clean/pair'
import { countedTo, pairOfTask, standingOn, unionNames, unitSide } from './sides'

type Outcome = z.input<typeof unitProcedures.sameUnits.output>['outcomes'][number]
type Ports = Pick<Call<unknown>, 'store'>

/** 疑似同一家单位: both records side by side with what stands on them, before anything is done. */
export const sameUnits = implement(unitProcedures.sameUnits, async (call) => {
  const task = await taskFor(call.input, call.store)
  if (task?.kind !== 'same-unit-twice') return refuse('NOT_FOUND')
  if (task.state !== 'open') return refuse('TASK_CLOSED')
  const pair = await pairOfTask(task, call)
  if (pair === undefined) return refuse('PAIR_CHANGED')
  const [one, other] = pair
  const [first, second] = await Promise.all([sideView(one, call), sideView(other, call)])
  const isFirst = keepUnitFirst(unitSide(one, first.members), unitSide(other, second.members))
  return succeed({
    dueOn: task.dueOn,
    sides: [first, second],
    suggested: (isFirst ? one : other)._id,
    twoCodes: areTwoCodes(one.uscc, other.uscc),
    twoUnions: mergedUnit(one, other) === undefined,
    outcomes: [await outcomeOf(one, other, second.members, call), await outcomeOf(other, one, first.members, call)],
  })
})

async function sideView(unit: UnitRecord, call: Ports): Promise<UnitSideView> {
  const [standing, own, coveredBy] = await Promise.all([
    standingOn(unit, call),
    unionNames(unit.union === undefined ? [] : [unit.union], call),
    unionNames(unit.coveredBy, call),
  ])
  return {
    unit: unit._id,
    name: unit.name,
    place: unit.place,
    unitKind: unit.unitKind,
    ...(unit.uscc === undefined ? {} : { uscc: unit.uscc }),
    codeState: readCode(unit.uscc).kind,
    ...(own[0] === undefined ? {} : { ownUnion: own[0] }),
    coveredBy: [...coveredBy],
    staff: unit.staff,
    ...standing,
    counted: Object.values(standing).some((count) => count >= countedTo) ? 'at-least' : 'exactly',
  }
}

/** What becomes of the pair where this one stays; the union it names where both have their own is only that of the one that stays. */
async function outcomeOf(kept: UnitRecord, merged: UnitRecord, moved: number, call: Ports): Promise<Outcome> {
  const after = mergedUnit(kept, merged) ?? kept
  const [own, coveredBy] = await Promise.all([
    unionNames(after.union === undefined ? [] : [after.union], call),
    unionNames(after.coveredBy, call),
  ])
  return {
    keep: kept._id,
    name: kept.name,
    ...(after.uscc === undefined ? {} : { uscc: after.uscc }),
    ...(own[0] === undefined ? {} : { ownUnion: own[0] }),
    coveredBy: [...coveredBy],
    moved,
    renamed: moved > 0 && kept.name !== merged.name,
  }
}
