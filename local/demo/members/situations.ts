import type { RegionId, UnitId } from '../../../shared/core/ids'
import type { Industry, Situation, UnitReference } from '../../../shared/membership/joining'
import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import type { Prng } from '../prng'

const platformIndustries = ['delivery', 'express', 'ride_hailing', 'truck'] as const satisfies readonly Industry[]

export const listed = (unit: UnitId): UnitReference => ({ kind: 'listed', unit })

/** How a member of this union works: in the unit it stands in, in one that it covers, or on their own in its place. */
export function situationOf(
  union: UnionRecord,
  unit: UnitRecord | undefined,
  agencies: readonly UnitRecord[],
  prng: Prng,
): Situation {
  if (unit === undefined) return onTheirOwn(union.region, union.industries, prng)
  if (unit.unitKind === '机关' || unit.unitKind === '事业单位')
    return { work: 'unit', unit: listed(unit._id), establishment: prng.chance(0.7) ? 'regular' : 'off_establishment' }
  if (agencies.length > 0 && prng.chance(0.08))
    return { work: 'dispatched', agency: listed(prng.pick(agencies)._id), userUnit: listed(unit._id) }
  return { work: 'unit', unit: listed(unit._id), establishment: 'regular' }
}

function onTheirOwn(region: RegionId, industries: readonly Industry[], prng: Prng): Situation {
  const industry = industries.length > 0 ? prng.pick(industries) : prng.pick(platformIndustries)
  return prng.chance(0.75)
    ? { work: 'platform', industry, workRegion: region }
    : { work: 'several', jobs: [], workRegion: region, industry }
}
