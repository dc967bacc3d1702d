import { UnionId, UnitId, type RegionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import type { UnionType } from '../../../shared/org/union'
import type { UnitKind } from '../../../shared/org/unit'
import type { Industry } from '../../../shared/membership/joining'
import type { CoverageRecord, UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import { inventUscc, type CodeClass } from '../codes/uscc'
import type { Prng } from '../prng'
import type { Place, Places } from './places'

/** What a step says of a union; its line, code, telephone and address follow from it. */
export interface UnionPlan {
  readonly id?: UnionId
  readonly name: string
  readonly type: UnionType
  readonly region: RegionId
  readonly parent?: UnionId
  readonly industries?: readonly Industry[]
  readonly hostUnit?: UnitId
  readonly status?: UnionRecord['status']
  readonly direct?: boolean
}

export interface UnitPlan {
  readonly id?: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly region: RegionId
  readonly staff: number
  readonly industry?: Industry
  readonly parent?: UnitId
  readonly legalPerson?: boolean
}

/** The registry under construction: every step adds to it, ids are counted in the order of adding. */
export interface RegistryBuilder {
  readonly places: Places
  readonly prng: Prng
  readonly unions: ReadonlyMap<UnionId, UnionRecord>
  readonly units: ReadonlyMap<UnitId, UnitRecord>
  readonly coverages: readonly CoverageRecord[]
  addUnion(plan: UnionPlan): UnionRecord
  addUnit(plan: UnitPlan): UnitRecord
  /** The unit’s workers are organised by this union of its own. */
  unionise(unit: UnitId, union: UnionId): void
  /** A joint union lists the unit. */
  cover(union: UnionId, unit: UnitId): void
  /** The nearest union of these types at the place or above it. */
  nearest(region: RegionId, types: readonly UnionType[]): UnionRecord | undefined
  /** False the second time a unit’s name is asked for: names are kept apart. */
  claimName(name: string): boolean
}

/** 入册: when the city of the demo began with this system. */
const demoSince = IsoDate.parse('2025-06-01')

/** 总工会 and the like, of the administration itself: they are no 基层工会 and have no code that begins with 81. */
const withoutCode: ReadonlySet<UnionType> = new Set(['city_general', 'district_general'])

export function registryBuilder(places: Places, prng: Prng): RegistryBuilder {
  const unions = new Map<UnionId, UnionRecord>()
  const units = new Map<UnitId, UnitRecord>()
  const coverages: CoverageRecord[] = []
  const byPlace = new Map<string, UnionRecord>()
  const names = new Set<string>()

  return { places, prng, unions, units, coverages, addUnion, addUnit, unionise, cover, nearest, claimName }

  function addUnion(plan: UnionPlan): UnionRecord {
    const place = places.of(plan.region)
    const parent = plan.parent === undefined ? undefined : unions.get(plan.parent)
    const id = plan.id ?? UnionId.parse(`u${String(unions.size + 1).padStart(6, '0')}`)
    const record: UnionRecord = {
      _id: id,
      name: plan.name,
      type: plan.type,
      status: plan.status ?? 'active',
      region: plan.region,
      line: [id, ...(parent?.line ?? [])],
      direct: plan.direct ?? true,
      industries: [...(plan.industries ?? [])],
      phone: telephone(place),
      address: `${placeText(places, place)}${prng.pick(roads)}${prng.whole(1, 180)}号`,
      recordedOn: demoSince,
      foundedOn: `${prng.whole(1985, 2024)}-0${prng.whole(1, 9)}-${prng.whole(10, 28)}`,
      ...(parent === undefined ? {} : { parent: parent._id }),
      ...(plan.hostUnit === undefined ? {} : { hostUnit: plan.hostUnit }),
      ...(withoutCode.has(plan.type) || prng.chance(0.15) ? {} : { uscc: inventUscc(prng, '81', countyOf(place)) }),
    }
    unions.set(id, record)
    const seat = `${plan.type}@${plan.region}`
    if (!byPlace.has(seat) && record.status === 'active') byPlace.set(seat, record)
    return record
  }

  function addUnit(plan: UnitPlan): UnitRecord {
    const place = places.of(plan.region)
    const legalPerson = plan.legalPerson ?? true
    const record: UnitRecord = {
      _id: plan.id ?? UnitId.parse(`w${String(units.size + 1).padStart(6, '0')}`),
      name: plan.name,
      unitKind: plan.kind,
      region: plan.region,
      place: placeText(places, place),
      legalPerson,
      coveredBy: [],
      staff: plan.staff,
      ...(plan.parent === undefined ? {} : { parent: plan.parent }),
      ...(plan.industry === undefined ? {} : { industry: plan.industry }),
      ...(legalPerson ? { uscc: inventUscc(prng, codeClassOf(plan.kind), countyOf(place)) } : {}),
    }
    units.set(record._id, record)
    return record
  }

  function unionise(unit: UnitId, union: UnionId) {
    const record = units.get(unit)
    if (record === undefined) throw new Error(`no such unit: ${unit}`)
    record.union = union
  }

  function cover(union: UnionId, unit: UnitId) {
    const record = units.get(unit)
    if (record === undefined) throw new Error(`no such unit: ${unit}`)
    record.coveredBy.push(union)
    coverages.push({ _id: `${union}:${unit}`, union, unit })
  }

  function nearest(region: RegionId, types: readonly UnionType[]): UnionRecord | undefined {
    for (const place of places.of(region).path) {
      for (const type of types) {
        const found = byPlace.get(`${type}@${place}`)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  function claimName(name: string): boolean {
    if (names.has(name)) return false
    names.add(name)
    return true
  }

  /** Area code and a number that begins with 10, as no subscriber’s does. */
  function telephone(place: Place): string {
    return `${areaCodes[place.id.slice(0, 4)] ?? '0532'}-10${prng.digits(6)}`
  }
}

const areaCodes: Readonly<Record<string, string>> = { 3702: '0532', 3604: '0792', 3305: '0572', 3713: '0539' }
const roads = ['澜汀路', '樾岭路', '沐光路', '朔风街', '昱海路', '砚池街', '岑山路', '堇园路']

/** 市南区中山路街道: where a place is, short of its city and of its grid. */
export function placeText(places: Places, place: Place): string {
  const above = place.path
    .map((id) => places.of(id))
    .filter(({ level }) => level === 'district' || level === 'township' || level === 'devzone')
  return (
    above
      .reverse()
      .map(({ name }) => name)
      .join('') || place.name
  )
}

function countyOf(place: Place): string {
  return place.id.slice(0, 6).padEnd(6, '0')
}

/** Which authority registers a unit of this kind. */
function codeClassOf(kind: UnitKind): CodeClass {
  if (kind === '机关') return '11'
  if (kind === '事业单位') return '12'
  if (kind === '社会组织') return '52'
  if (kind === '个体经济') return '92'
  return '91'
}
