import { castUnions, castUnits, stage } from '../personas'
import type { RegistryBuilder } from './builder'

/** The units and unions that personas meet, placed before anything is drawn at random. */
export function placeCast(world: RegistryBuilder): void {
  placeStreet(world)
  placeFactoryAndAgencies(world)
  placeChangxing(world)
  for (const { name } of [...Object.values(castUnions), ...Object.values(castUnits)]) world.claimName(name)
}

function placeStreet(world: RegistryBuilder): void {
  world.addUnion({ ...castUnions.street, type: 'township_general', region: stage.street, parent: castUnions.shinan.id })
  world.addUnion({
    ...castUnions.newForm,
    type: 'new_form_joint',
    region: stage.street,
    parent: castUnions.street.id,
    industries: ['delivery', 'express', 'ride_hailing', 'truck'],
  })
  world.addUnion({
    ...castUnions.delivery,
    type: 'industry_federation',
    region: stage.shinan,
    parent: castUnions.shinan.id,
    industries: ['delivery'],
  })
  world.addUnion({
    ...castUnions.community,
    type: 'community_federation',
    region: stage.community,
    parent: castUnions.street.id,
  })
}

function placeFactoryAndAgencies(world: RegistryBuilder): void {
  world.addUnit({
    ...castUnits.factory,
    kind: '国有控股企业',
    region: stage.quayCommunity,
    staff: 860,
    industry: 'machinery',
  })
  world.addUnion({
    ...castUnions.factory,
    type: 'enterprise',
    region: stage.quayCommunity,
    parent: castUnions.street.id,
    hostUnit: castUnits.factory.id,
    industries: ['machinery'],
  })
  world.unionise(castUnits.factory.id, castUnions.factory.id)

  world.addUnit({ ...castUnits.agency, kind: '劳务派遣单位', region: stage.community, staff: 420 })
  world.addUnion({
    ...castUnions.agency,
    type: 'enterprise',
    region: stage.community,
    parent: castUnions.street.id,
    hostUnit: castUnits.agency.id,
  })
  world.unionise(castUnits.agency.id, castUnions.agency.id)

  world.addUnit({ ...castUnits.agencyWithoutUnion, kind: '劳务派遣单位', region: stage.community, staff: 65 })
  world.addUnit({
    ...castUnits.deliveryStation,
    kind: '私营企业',
    region: stage.community,
    staff: 38,
    industry: 'delivery',
  })
  world.addUnit({ ...castUnits.restaurant, kind: '个体经济', region: stage.community, staff: 5, industry: 'catering' })
}

function placeChangxing(world: RegistryBuilder): void {
  world.addUnion({
    ...castUnions.changxingStreet,
    type: 'township_general',
    region: stage.changxingStreet,
    parent: castUnions.changxing.id,
  })
  world.addUnit({
    ...castUnits.battery,
    kind: '私营企业',
    region: stage.changxingCommunity,
    staff: 310,
    industry: 'machinery',
  })
  world.addUnion({
    ...castUnions.battery,
    type: 'enterprise',
    region: stage.changxingCommunity,
    parent: castUnions.changxingStreet.id,
    hostUnit: castUnits.battery.id,
    industries: ['machinery'],
  })
  world.unionise(castUnits.battery.id, castUnions.battery.id)
}
