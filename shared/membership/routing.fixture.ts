import type { z } from 'zod'
import { World } from '../org/world'
import { route } from './routing'
import type { RoutingPolicy } from './routing-types'
import { Worker, type RoutingResult } from './routing-types'

/** A small town for the tables: a street with a village and a grid, a park, a bare county town, and a unit of every kind that a rule speaks of. */
const town = {
  regions: {
    city: { level: 'city' },
    district: { level: 'district', parent: 'city' },
    street: { level: 'township', parent: 'district' },
    village: { level: 'community', parent: 'street' },
    grid: { level: 'grid', parent: 'village' },
    park: { level: 'devzone', parent: 'district' },
    bareStreet: { level: 'township', parent: 'district' },
    hamlet: { level: 'community', parent: 'bareStreet' },
    nowhere: { level: 'city' },
  },
  unions: {
    cityUnion: { type: 'city_general', region: 'city' },
    districtUnion: { type: 'district_general', region: 'district', parent: 'cityUnion' },
    streetUnion: { type: 'township_general', region: 'street', parent: 'districtUnion' },
    villageUnion: { type: 'community_federation', region: 'village', parent: 'streetUnion' },
    parkUnion: { type: 'devzone_union', region: 'park', parent: 'districtUnion' },
    ridersUnion: { type: 'new_form_joint', region: 'street', parent: 'streetUnion' },
    expressUnion: { type: 'industry_federation', region: 'district', parent: 'districtUnion', industries: ['express'] },
    buildingUnion: {
      type: 'building_joint',
      region: 'village',
      parent: 'streetUnion',
      covers: ['shop', 'twice', 'branchOfShop'],
    },
    neighboursUnion: {
      type: 'community_joint',
      region: 'street',
      parent: 'streetUnion',
      covers: ['twice'],
      direct: false,
    },
    factoryUnion: { type: 'enterprise', parent: 'streetUnion' },
    agencyUnion: { type: 'enterprise', parent: 'districtUnion' },
    groupUnion: { type: 'enterprise_group', parent: 'cityUnion' },
    bureauUnion: { type: 'organ', parent: 'districtUnion' },
    courierUnion: { type: 'enterprise', parent: 'expressUnion' },
    deadUnion: { type: 'enterprise', parent: 'streetUnion', status: 'dissolved' },
  },
  units: {
    factory: { kind: '国有控股企业', region: 'village', union: 'factoryUnion' },
    bakery: { kind: '私营企业', region: 'village' },
    kiosk: { kind: '个体经济', region: 'village', industry: 'express' },
    shop: { kind: '私营企业', region: 'village' },
    twice: { kind: '私营企业', region: 'village' },
    closed: { kind: '私营企业', region: 'village', union: 'deadUnion' },
    agency: { kind: '劳务派遣单位', region: 'street', union: 'agencyUnion' },
    bareAgency: { kind: '劳务派遣单位', region: 'bareStreet' },
    cleaners: { kind: '私营企业', region: 'bareStreet', industry: 'property' },
    courier: { kind: '私营企业', region: 'street', industry: 'express', union: 'courierUnion' },
    group: { kind: '国有企业', region: 'street', union: 'groupUnion' },
    site: { kind: '国有企业', region: 'hamlet', parent: 'group', legalPerson: false },
    subsidiary: { kind: '国有控股企业', region: 'village', parent: 'group' },
    branchOfShop: { kind: '私营企业', region: 'village', parent: 'shop', legalPerson: false },
    branchOfTwice: { kind: '私营企业', region: 'village', parent: 'twice', legalPerson: false },
    branchOfBakery: { kind: '私营企业', region: 'village', parent: 'bakery', legalPerson: false },
    bureau: { kind: '机关', region: 'street', union: 'bureauUnion' },
    school: { kind: '事业单位', region: 'village', parent: 'bureau' },
    clinic: { kind: '事业单位', region: 'village', parent: 'twice' },
    schoolCompany: { kind: '私营企业', region: 'village', parent: 'school' },
    lonely: { kind: '私营企业', region: 'nowhere' },
  },
}

type Pieces = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The town with some pieces added or changed. */
export function townWith(
  changes: { readonly regions?: Pieces; readonly unions?: Pieces; readonly units?: Pieces } = {},
): World {
  return World.parse({
    regions: { ...town.regions, ...changes.regions },
    unions: { ...town.unions, ...changes.unions },
    units: { ...town.units, ...changes.units },
  })
}

export const userFirst: RoutingPolicy = {
  dispatch: 'USER_FIRST',
  newFormPrimary: 'TERRITORY',
  dissolvedRetain: 'RESIDENCE',
}

/** A membership that is held, and one that is kept. */
export const member = (union: string) => ({ union, status: 'active' as const })
export const retained = (union: string) => ({ union, status: 'retained' as const })

/** The decision as one line: action, primary, alternatives in their order, what follows, flags, what is left, rules. */
export function decide(
  worker: z.input<typeof Worker>,
  { world = townWith(), policy = userFirst }: { world?: World; policy?: RoutingPolicy } = {},
): string {
  return inOneLine(route(world, Worker.parse(worker), policy))
}

export function inOneLine({
  action,
  primary,
  alternatives,
  followUps,
  flags,
  rules,
  transferFrom,
  withdrawFrom,
}: RoutingResult): string {
  return [
    [action, primary ?? '–'].join(' '),
    ...(alternatives.length > 0 ? [`or ${alternatives.join(' ')}`] : []),
    ...(followUps.length > 0 ? [`then ${followUps.join(' ')}`] : []),
    ...(flags.length > 0 ? [`flag ${flags.join(' ')}`] : []),
    ...(transferFrom === undefined ? [] : [`from ${transferFrom}`]),
    ...(withdrawFrom === undefined ? [] : [`withdraw ${withdrawFrom}`]),
    rules.join(' '),
  ].join(' | ')
}
