import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { RegionId } from '../../../shared/core/ids'
import { levelOf } from '../../../shared/org/reporting'
import { regions, unions, units, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { Reader } from '../../_kernel/store/port'
import { taskId } from '../../_kernel/tasks'

type Upper = Pick<UnionRecord, '_id' | 'type' | 'region'>

/** How far up parents are followed. */
const mostParents = 10

/**
 * 管得到: where a union may found others, since the members of a unit follow its union, and a joint union has a seat in its place. Its own territory, where it leads others;
 * units that belong to one of its line (000 一(二)–(四)) or that its line organises already; and those whose founding lies at its desk (ORG-05).
 */
export async function isWithinReach(upper: Upper, unit: UnitRecord, reader: Reader): Promise<boolean> {
  return (
    (await leadsPlace(upper, unit.region, reader)) ||
    (await isOfLine(upper, unit, reader)) ||
    (await isAskedTo(upper, unit, reader))
  )
}

/** 地区内: a place of the territory in which this union leads others. */
export async function leadsPlace({ type, region }: Upper, place: RegionId, reader: Reader): Promise<boolean> {
  return levelOf(type) > 0 && ((await reader.get(regions, place))?.path ?? []).includes(region)
}

async function isOfLine({ _id }: Upper, unit: UnitRecord, reader: Reader): Promise<boolean> {
  let here: UnitRecord | undefined = unit
  for (let step = 0; here !== undefined && step < mostParents; step++) {
    for (const id of [...(here.union === undefined ? [] : [here.union]), ...here.coveredBy])
      if ((await reader.get(unions, id))?.line.includes(_id) === true) return true
    here = here.parent === undefined ? undefined : await reader.get(units, here.parent)
  }
  return false
}

async function isAskedTo({ _id }: Upper, unit: UnitRecord, reader: Reader): Promise<boolean> {
  for (const kind of ['own-committee', 'assist-founding'] as const) {
    const task = await reader.get(tasks, taskId(kind, unit._id))
    if (task?.state === 'open' && task.desk === _id) return true
  }
  return false
}

/** The same as an answer; a unit that is not on record is refused elsewhere. */
export async function withinReach(
  upper: Upper,
  named: readonly (UnitRecord | undefined)[],
  reader: Reader,
  field: string,
): Promise<Outcome<void, 'UNIT_UNKNOWN'>> {
  for (const unit of named)
    if (unit !== undefined && !(await isWithinReach(upper, unit, reader)))
      return refuse('UNIT_UNKNOWN', {
        field,
        message: `${unit.name}不在本会的地区，也不归本会管，请由当地工会或它的上级工会办。`,
      })
  return succeed(undefined)
}
