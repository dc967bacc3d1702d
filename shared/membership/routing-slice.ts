import type { RegionId, UnionId, UnitId } from '../core/ids'
import type { Region, RegionLevel } from '../org/region'
import type { Union, UnionStatus, UnionType } from '../org/union'
import type { Unit, UnitKind } from '../org/unit'
import { routeIn } from './routing'
import type { RoutingIndex, RoutingPolicy, Worker } from './routing-types'
import { sortedOnce } from './routing-world'

/** 席位: a union of `seatTypes`, as the document of its region keeps it. */
export interface SliceSeat {
  readonly union: UnionId
  readonly name: string
  readonly type: UnionType
  readonly status: UnionStatus
  readonly direct: boolean
  readonly industries: readonly string[]
}

/** A region's document: `path` runs from the region itself upward, `seats` are the unions located in this very region. */
export interface SliceRegion {
  readonly name: string
  readonly level: RegionLevel
  readonly parent?: RegionId | undefined
  readonly path: readonly RegionId[]
  readonly seats: readonly SliceSeat[]
}

/** A unit's document, with the joint unions that list it. */
export interface SliceUnit {
  readonly name: string
  readonly unitKind: UnitKind
  readonly region?: RegionId | undefined
  readonly parent?: UnitId | undefined
  readonly legalPerson: boolean
  readonly union?: UnionId | undefined
  readonly coveredBy: readonly UnionId[]
  readonly industry?: string | undefined
}

/** A union's document. */
export interface SliceUnion {
  readonly name: string
  readonly type: UnionType
  readonly status: UnionStatus
  readonly parent?: UnionId | undefined
  readonly direct: boolean
  readonly industries: readonly string[]
}

/** Point reads by id; undefined where nothing is on record. */
export interface SliceReaders {
  readonly region: (id: RegionId) => Promise<SliceRegion | undefined>
  readonly unit: (id: UnitId) => Promise<SliceUnit | undefined>
  readonly union: (id: UnionId) => Promise<SliceUnion | undefined>
}

/** What has been read so far; an id that is not on record is there with undefined. */
interface Slice {
  readonly regions: Map<RegionId, SliceRegion | undefined>
  readonly units: Map<UnitId, SliceUnit | undefined>
  readonly unions: Map<UnionId, SliceUnion | undefined>
}

/** Ids that the rules looked up and that have not been read. */
interface Asked {
  readonly regions: Set<RegionId>
  readonly units: Set<UnitId>
  readonly unions: Set<UnionId>
}

/**
 * 只读需要的: the part of the org tree that decides this worker's route, under any policy. The rules are run on what has been read so far and
 * whatever they look up in vain is read next, in parallel, until they look up nothing new. So the slice is right by construction: `routeIn` over it
 * answers what `route` answers over the whole world, and a rule that changes needs no second list of what it reads. Point reads only, never a scan:
 * two for the staff of a unit with its own union, the unit and one per level of the region chain where nobody covers it.
 */
export async function gatherSlice(worker: Worker, read: SliceReaders): Promise<RoutingIndex> {
  const slice: Slice = { regions: new Map(), units: new Map(), unions: new Map() }
  for (;;) {
    const asked = lookUps(slice, worker)
    if (asked.units.size + asked.unions.size + asked.regions.size === 0) return indexOf(slice)
    if (asked.units.size + asked.unions.size > 0) {
      await Promise.all([
        ...[...asked.units].map(async (id) => slice.units.set(id, await read.unit(id))),
        ...[...asked.unions].map(async (id) => slice.unions.set(id, await read.union(id))),
      ])
    } else {
      await Promise.all([...asked.regions].map((id) => readChain(slice, id, read)))
    }
  }
}

/** A region and, at once, everything above it. */
async function readChain({ regions }: Slice, start: RegionId, read: SliceReaders): Promise<void> {
  const region = await read.region(start)
  regions.set(start, region)
  const above = (region?.path ?? []).filter((id) => !regions.has(id))
  await Promise.all(above.map(async (id) => regions.set(id, await read.region(id))))
}

/** No age and no length of a secondment stops the rules early, so that the slice serves every region's policy. */
const widest: RoutingPolicy = {
  dispatch: 'USER_FIRST',
  newFormPrimary: 'TERRITORY',
  dissolvedRetain: 'RESIDENCE',
  minAge: 0,
  secondmentMonths: 0,
}

/**
 * Runs the rules and notes what is missing. A union not yet read is taken for an active one: where that holds, nothing behind it is asked for. Places are
 * asked for only by rules that know every unit and union they wanted, hence `gatherSlice` reads those first.
 */
function lookUps(slice: Slice, worker: Worker): Asked {
  const asked: Asked = { regions: new Set(), units: new Set(), unions: new Set() }
  const known = indexOf(slice)
  const probe: RoutingIndex = {
    ...known,
    region: (id) => (slice.regions.has(id) ? known.region(id) : missing(asked.regions, id)),
    unit: (id) => (slice.units.has(id) ? known.unit(id) : missing(asked.units, id)),
    union: (id) => known.union(id) ?? (slice.unions.has(id) ? undefined : (missing(asked.unions, id) ?? notYetRead)),
  }
  routeIn(probe, worker, widest)
  return asked
}

const notYetRead: Union = { type: 'other', status: 'active' }

function missing<Id>(asked: Set<Id>, id: Id): undefined {
  asked.add(id)
  return undefined
}

/** The lookups of routing over what was read; a seat stands for its union. */
function indexOf({ regions, units, unions }: Slice): RoutingIndex {
  const seated = new Map<UnionId, Union>()
  for (const [region, document] of regions) {
    for (const { union, name, type, status, direct, industries } of document?.seats ?? []) {
      seated.set(union, { name, type, status, region, direct, industries: [...industries] })
    }
  }
  return {
    region: (id) => asRegion(regions.get(id)),
    unit: (id) => asUnit(units.get(id)),
    union: (id) => asUnion(unions.get(id)) ?? seated.get(id),
    seats: (region) => sortedOnce(regions.get(region)?.seats.map(({ union }) => union)),
    joint: (unit) => sortedOnce(units.get(unit)?.coveredBy),
  }
}

function asRegion(document: SliceRegion | undefined): Region | undefined {
  return document && { name: document.name, level: document.level, parent: document.parent }
}

function asUnion(document: SliceUnion | undefined): Union | undefined {
  return document && { ...document, industries: [...document.industries] }
}

function asUnit(document: SliceUnit | undefined): Unit | undefined {
  return document && { ...document, kind: document.unitKind, coveredBy: [...document.coveredBy] }
}
