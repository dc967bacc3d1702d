import type { UnitKind } from '../../../shared/org/unit'
import type { UnionType } from '../../../shared/org/union'
import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import type { RegistryBuilder, UnitPlan } from './builder'
import type { Place } from './places'
import { brand, bureaus, shapes, shortPlace, type UnitShape } from './unit-names'

/** What may found a union, in the order in which unions are given out. */
export interface Employers {
  readonly founders: UnitRecord[]
  readonly groups: UnitRecord[]
  readonly small: UnitRecord[]
}

/**
 * 单位: groups with subsidiaries and branches, public bodies with their institutions, chains with shops, and for the most part units that
 * stand alone. Every unit stands in one of these communities.
 */
export function openUnits(world: RegistryBuilder, communities: readonly Place[], wanted: number): Employers {
  const { prng } = world
  const employers: Employers = { founders: [], groups: [], small: [] }
  const families = [
    [1, openGroup],
    [1, openBureau],
    [1, openChain],
    [60, openSingle],
  ] as const
  while (world.units.size < wanted) prng.weighted(families)(world, prng.pick(communities), employers)
  return employers
}

/** 集团: the parent, legal persons of their own (C2 does not reach them), and branches that are none. */
function openGroup(world: RegistryBuilder, place: Place, employers: Employers): void {
  const { prng } = world
  const name = nameIn(world, place, (prefix) => `${prefix}${brand(prng)}集团有限公司`, 'city')
  const parent = world.addUnit({
    name,
    kind: '国有企业',
    region: place.id,
    staff: prng.whole(100, 600),
    industry: 'machinery',
  })
  employers.groups.push(parent)
  const stem = name.replace('有限公司', '')
  for (const [index, part] of ['装备', '置业'].entries()) {
    const subsidiary = world.addUnit({
      name: `${stem}${part}有限公司`,
      kind: '国有控股企业',
      region: nearby(world, place),
      staff: prng.whole(60, 700),
      parent: parent._id,
      industry: index === 0 ? 'machinery' : 'property',
    })
    employers.founders.push(subsidiary)
  }
  for (const part of ['第一项目部', '销售分公司']) {
    world.addUnit({
      name: `${stem}${part}`,
      kind: '国有企业',
      region: nearby(world, place),
      staff: prng.whole(15, 120),
      parent: parent._id,
      legalPerson: false,
      industry: 'machinery',
    })
  }
}

/** 机关 and its 所属事业单位. */
function openBureau(world: RegistryBuilder, place: Place, employers: Employers): void {
  const { prng, places } = world
  const district = place.path.map((id) => places.of(id)).find(({ level }) => level === 'district')
  if (district === undefined) return
  const name = bureaus.map((bureau) => `${district.name}${bureau}`).find((candidate) => world.claimName(candidate))
  if (name === undefined) return openSingle(world, place, employers)
  const bureau = world.addUnit({ name, kind: '机关', region: place.id, staff: prng.whole(30, 200), industry: 'other' })
  employers.groups.push(bureau)
  for (const ending of ['实验学校', '服务中心', '培训中心']) {
    const institution = nameIn(world, place, (prefix) => `${prefix}${brand(prng)}${ending}`, 'district')
    employers.founders.push(
      world.addUnit({
        name: institution,
        kind: '事业单位',
        region: nearby(world, place),
        staff: prng.whole(20, 260),
        parent: bureau._id,
        industry: 'other',
      }),
    )
  }
}

/** 连锁: a private firm and its shops, which are no legal persons. */
function openChain(world: RegistryBuilder, place: Place, employers: Employers): void {
  const { prng } = world
  const name = nameIn(world, place, (prefix) => `${prefix}${brand(prng)}餐饮连锁有限公司`, 'city')
  const parent = world.addUnit({
    name,
    kind: '私营企业',
    region: place.id,
    staff: prng.whole(30, 200),
    industry: 'catering',
  })
  employers.founders.push(parent)
  for (const shop of ['一店', '二店', '三店']) {
    world.addUnit({
      name: `${name.replace('连锁有限公司', '')}${shop}`,
      kind: '私营企业',
      region: nearby(world, place),
      staff: prng.whole(6, 30),
      parent: parent._id,
      legalPerson: false,
      industry: 'catering',
    })
  }
}

function openSingle(world: RegistryBuilder, place: Place, employers: Employers): void {
  const { prng } = world
  const shape = prng.weighted(shapes)
  const unit = world.addUnit(singlePlan(world, place, shape))
  if (shape.founds && (unit.staff >= 25 || shape.kind === '社会组织')) employers.founders.push(unit)
  else employers.small.push(unit)
}

function singlePlan(world: RegistryBuilder, place: Place, shape: UnitShape): UnitPlan {
  const { prng } = world
  const ending = prng.pick(shape.endings)
  return {
    name: nameIn(world, place, (prefix) => `${prefix}${brand(prng)}${ending}`, shape.prefix),
    kind: shape.kind,
    region: place.id,
    staff: prng.whole(...shape.staff),
    ...(shape.industry === undefined ? {} : { industry: shape.industry }),
  }
}

/** A name that nobody has yet; a crowded place gets a longer brand. */
function nameIn(
  world: RegistryBuilder,
  place: Place,
  propose: (prefix: string) => string,
  level: UnitShape['prefix'],
): string {
  const above = place.path.map((id) => world.places.of(id)).find((candidate) => candidate.level === level)
  const prefix = shortPlace(above?.name ?? place.name)
  for (;;) {
    const name = propose(prefix)
    if (world.claimName(name)) return name
    const longer = propose(prefix + brand(world.prng))
    if (world.claimName(longer)) return longer
  }
}

function nearby(world: RegistryBuilder, place: Place): Place['id'] {
  const [, township] = place.path
  const around = township === undefined ? [] : world.places.inside(township)
  return around.length === 0 ? place.id : world.prng.pick(around).id
}

/** 建会: a union of its own for each of these units, under the union that leads it by line (条). */
export function foundUnitUnions(world: RegistryBuilder, founders: readonly UnitRecord[]): UnionRecord[] {
  return founders.map((unit) => {
    const type = unionTypeOf(world, unit)
    const parent = unionOfParent(world, unit) ?? world.nearest(unit.region, leadersOf(type))
    const union = world.addUnion({
      name: unit.unitKind === '机关' ? `${unit.name}机关工会` : `${unit.name}工会`,
      type,
      region: unit.region,
      hostUnit: unit._id,
      industries: unit.industry === undefined ? [] : [unit.industry],
      ...(parent === undefined ? {} : { parent: parent._id }),
    })
    world.unionise(unit._id, union._id)
    return union
  })
}

/** The unions of a bureau and of a group lead those of their institutions and subsidiaries (000 一(三)(四)). */
function unionOfParent(world: RegistryBuilder, unit: UnitRecord): UnionRecord | undefined {
  const parent = unit.parent === undefined ? undefined : world.units.get(unit.parent)
  return parent?.union === undefined ? undefined : world.unions.get(parent.union)
}

function unionTypeOf(world: RegistryBuilder, unit: UnitRecord): UnionType {
  const kind: UnitKind = unit.unitKind
  if (kind === '机关') return 'organ'
  if (kind === '事业单位') return 'institution'
  if (kind === '社会组织') return 'social_organisation'
  return unit.name.endsWith('集团有限公司') ? 'enterprise_group' : 'enterprise'
}

function leadersOf(type: UnionType): readonly UnionType[] {
  switch (type) {
    case 'enterprise_group':
      return ['city_general']
    case 'organ':
    case 'institution':
      return ['district_general']
    default:
      return ['township_general', 'devzone_union', 'district_general']
  }
}
