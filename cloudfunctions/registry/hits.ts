import type { RegionHit, UnitHit } from '../../shared/contract/registry'
import { regionLevelName } from '../../shared/org/region'
import type { RegionRecord, UnitRecord } from '../_kernel/records/registry'

/** 单位, as anybody may see it in a list. */
export function unitHit(unit: UnitRecord): UnitHit {
  return {
    unit: unit._id,
    name: unit.name,
    place: unit.place,
    region: unit.region,
    unitKind: unit.unitKind,
    ...(unit.industry === undefined ? {} : { industry: unit.industry }),
    agency: unit.unitKind === '劳务派遣单位',
    unionised: unit.union !== undefined || unit.coveredBy.length > 0,
  }
}

/** 地区, as anybody may see it in a list. */
export function regionHit({ _id, name, level, leaf }: RegionRecord): RegionHit {
  return { region: _id, name, level: regionLevelName[level], leaf }
}
