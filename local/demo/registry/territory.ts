import type { Industry } from '../../../shared/membership/joining'
import type { RegionId } from '../../../shared/core/ids'
import type { UnionRecord } from '../../../cloudfunctions/_kernel/records/registry'
import { castUnions, stage } from '../personas'
import type { RegistryBuilder } from './builder'
import type { Place } from './places'

/** How many unions of each territorial kind a world of this size has, besides those of cities and districts. */
export interface TerritoryBudget {
  readonly townships: number
  readonly newForm: number
  readonly industry: number
}

/** 市 and 区县: there is always a 总工会. */
export function foundCitiesAndDistricts(world: RegistryBuilder): void {
  const named = new Map<RegionId, { id: UnionRecord['_id']; name: string }>([
    [stage.qingdao, castUnions.qingdao],
    [stage.shinan, castUnions.shinan],
    [stage.changxingCity, castUnions.huzhou],
    [stage.changxing, castUnions.changxing],
  ])
  for (const level of ['city', 'district'] as const) {
    for (const place of world.places.all.filter((candidate) => candidate.level === level)) {
      const parent = level === 'city' ? undefined : world.nearest(place.id, ['city_general'])
      world.addUnion({
        name: `${place.name}总工会`,
        type: level === 'city' ? 'city_general' : 'district_general',
        region: place.id,
        ...named.get(place.id),
        ...(parent === undefined ? {} : { parent: parent._id }),
      })
    }
  }
}

/** 镇街 and 园区, in the places where the world’s units will stand; a few of them have no union yet. */
export function foundTownships(world: RegistryBuilder, active: readonly Place[], budget: TerritoryBudget): void {
  const founded = active
    .slice(0, budget.townships)
    .filter((place) => world.nearest(place.id, ['township_general', 'devzone_union'])?.region !== place.id)
  for (const place of founded) {
    const parent = world.nearest(place.id, ['district_general'])
    world.addUnion({
      name: place.level === 'devzone' ? `${place.name}工会` : `${place.name}总工会`,
      type: place.level === 'devzone' ? 'devzone_union' : 'township_general',
      region: place.id,
      ...(parent === undefined ? {} : { parent: parent._id }),
    })
  }
  for (const place of founded.slice(0, budget.newForm)) {
    const parent = world.nearest(place.id, ['township_general', 'devzone_union'])
    world.addUnion({
      name: `${place.name}新就业形态联合工会`,
      type: 'new_form_joint',
      region: place.id,
      industries: ['delivery', 'express', 'ride_hailing', 'truck'],
      ...(parent === undefined ? {} : { parent: parent._id }),
    })
  }
}

const federations = [
  ['express', '快递行业'],
  ['delivery', '外卖配送行业'],
  ['truck', '道路货运行业'],
  ['ride_hailing', '网约出租汽车行业'],
  ['domestic', '家政服务行业'],
  ['property', '物业服务行业'],
  ['catering', '餐饮行业'],
  ['construction', '建筑行业'],
] as const satisfies readonly (readonly [Industry, string])[]

/** 区县行业工会联合会, the commonest industries first in every district, then the rarer ones. */
export function foundIndustryFederations(world: RegistryBuilder, budget: TerritoryBudget): void {
  const districts = world.places.all.filter(({ level }) => level === 'district')
  const wanted = federations.flatMap(([industry, title]) => districts.map((place) => ({ industry, title, place })))
  for (const { industry, title, place } of wanted.slice(0, budget.industry)) {
    if (place.id === stage.shinan && industry === 'delivery') continue
    const parent = world.nearest(place.id, ['district_general'])
    world.addUnion({
      name: `${place.name}${title}工会联合会`,
      type: 'industry_federation',
      region: place.id,
      industries: [industry],
      ...(parent === undefined ? {} : { parent: parent._id }),
    })
  }
}
