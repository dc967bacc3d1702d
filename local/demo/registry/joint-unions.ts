import type { RegionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import type { UnionType } from '../../../shared/org/union'
import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import { castUnions, stage } from '../personas'
import { placeText, type RegistryBuilder, type UnionPlan } from './builder'
import type { Place } from './places'
import { brand } from './unit-names'

export type SmallUnits = ReadonlyMap<RegionId, readonly UnitRecord[]>

/** What a community with small units founds, and how often (ORG-08: by community, building, market, industry). */
const jointKinds = [
  [60, 'community_joint'],
  [8, 'building_joint'],
  [8, 'market_joint'],
  [6, 'industry_joint'],
  [18, 'community_federation'],
] as const satisfies readonly (readonly [number, UnionType])[]
type JointKind = (typeof jointKinds)[number][1]

/** 联合工会 and 社区工会联合会: in communities with small units they list these, elsewhere they take whoever works there. */
export function foundCommunityUnions(
  world: RegistryBuilder,
  communities: readonly Place[],
  smallUnits: SmallUnits,
): UnionRecord[] {
  const founded = communities.map((place) => {
    const kind = smallUnits.has(place.id) ? world.prng.weighted(jointKinds) : 'community_federation'
    const parent = world.nearest(place.id, ['township_general', 'devzone_union', 'district_general'])
    const union = world.addUnion({
      ...jointPlan(world, place, kind),
      ...(parent === undefined ? {} : { parent: parent._id }),
    })
    if (kind !== 'community_federation') coverHere(world, union, smallUnits)
    return union
  })
  coverTwice(world, founded, smallUnits)
  return founded
}

function jointPlan(world: RegistryBuilder, place: Place, kind: JointKind): UnionPlan {
  const plan = (name: string) => ({ name: unclaimed(world, place, name), type: kind, region: place.id })
  switch (kind) {
    case 'community_joint':
      return plan(`${place.name}联合工会`)
    case 'community_federation':
      return plan(`${place.name}工会联合会`)
    case 'building_joint':
      return plan(`${place.name}${brand(world.prng)}商务楼联合工会`)
    case 'market_joint':
      return plan(`${place.name}${brand(world.prng)}集贸市场联合工会`)
    case 'industry_joint':
      return { ...plan(`${place.name}餐饮行业联合工会`), industries: ['catering'] }
    default:
      return unreachable(kind)
  }
}

/** Communities of the same name are told apart by their street. */
function unclaimed(world: RegistryBuilder, place: Place, name: string): string {
  return world.claimName(name) ? name : `${placeText(world.places, place)}${name}`
}

/** A joint union lists at most 50 units (ORG-09). */
function coverHere(world: RegistryBuilder, union: UnionRecord, smallUnits: SmallUnits): void {
  for (const unit of (smallUnits.get(union.region) ?? []).slice(0, 50)) world.cover(union._id, unit._id)
}

/** Of the joint unions that have room and a neighbour, every third lists one of the neighbour's units too (COVERED_TWICE). */
function coverTwice(world: RegistryBuilder, founded: readonly UnionRecord[], smallUnits: SmallUnits): void {
  const pairs = founded.flatMap((union) => {
    const here = smallUnits.get(union.region)
    if (union.type === 'community_federation' || here === undefined || here.length >= 50) return []
    const district = union.region.slice(0, 6)
    const neighbour = founded.find(({ region }) => region !== union.region && region.startsWith(district))
    const unit = smallUnits.get(neighbour?.region ?? union.region)?.find(({ coveredBy }) => coveredBy.length === 1)
    return unit === undefined || unit.region === union.region ? [] : [{ union, unit }]
  })
  for (const [index, { union, unit }] of pairs.entries()) if (index % 3 === 0) world.cover(union._id, unit._id)
}

/** The rarer kinds of 003 附件1, one or two of each: they lead others or stand beside them, and no rule sends anybody to them. */
export function foundRareUnions(world: RegistryBuilder): void {
  const city = { region: stage.qingdao, parent: castUnions.qingdao.id }
  const district = { region: stage.shinan, parent: castUnions.shinan.id }
  world.addUnion({ ...city, name: '青岛市教育工会', type: 'industrial_union' })
  world.addUnion({ ...city, name: '青岛市交通运输产业工会', type: 'industrial_union' })
  world.addUnion({ ...district, name: '市南区机关工会工作委员会', type: 'work_committee' })
  world.addUnion({ ...district, name: '市南区老城片区工会联合会', type: 'area_federation' })
  world.addUnion({ ...district, name: '市南区职工服务中心工会', type: 'other' })
}
