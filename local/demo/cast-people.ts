import { accountOf } from '../../cloudfunctions/_kernel/caller'
import type { WorldEntry } from './entry'
import { listed } from './members/situations'
import { memberEntries, type MemberPlan } from './members/member'
import { dayBefore } from './members/members'
import type { InventedPerson } from './people/person'
import { castPeople, castUnions, castUnits, personas, stage, type CastPerson, type PersonaKey } from './personas'
import type { Prng } from './prng'
import type { RegistryBuilder } from './registry/builder'
import type { WorldTools } from './tools'

/** A hand-placed person with the details that every form asks for. */
export function asApplicant(person: CastPerson): InventedPerson {
  return { ...person, document: 'resident', nationality: 'CHN', education: 'vocational', household: 'rural' }
}

/** 在册的人: chairs as members of their own unions, one member with a phone, and the members whose number and phone a persona knows. */
export function* castMembers(world: RegistryBuilder, prng: Prng, tools: WorldTools): Generator<WorldEntry> {
  const factory = unitNamed(world, castUnits.factory.id)
  const battery = unitNamed(world, castUnits.battery.id)
  const inFactory = {
    union: { ...castUnions.factory, _id: castUnions.factory.id, region: factory.region },
    unit: factory,
    situation: { work: 'unit', unit: listed(factory._id), establishment: 'regular' },
  } as const
  const inBattery = {
    union: { ...castUnions.battery, _id: castUnions.battery.id, region: battery.region },
    unit: battery,
    situation: { work: 'unit', unit: listed(battery._id), establishment: 'regular' },
  } as const
  const inDelivery = {
    union: { ...castUnions.delivery, _id: castUnions.delivery.id, region: stage.shinan },
    situation: { work: 'platform', industry: 'delivery', workRegion: stage.shinan },
  } as const

  const plans: readonly MemberPlan[] = [
    {
      ...inFactory,
      person: asApplicant(castPeople.factoryChair),
      state: 'active',
      since: dayBefore(tools, 3200),
      account: accountOfPersona('factory-chair'),
    },
    {
      ...inBattery,
      person: asApplicant(castPeople.batteryChair),
      state: 'active',
      since: dayBefore(tools, 2900),
      account: accountOfPersona('battery-chair'),
    },
    { ...inFactory, person: asApplicant(castPeople.known), state: 'active', since: dayBefore(tools, 3600) },
    { ...inFactory, person: asApplicant(castPeople.onFile), state: 'active', since: dayBefore(tools, 1500) },
    { ...inFactory, person: asApplicant(castPeople.retained), state: 'retained', since: dayBefore(tools, 2400) },
    {
      ...inDelivery,
      person: asApplicant(castPeople.member),
      state: 'active',
      since: dayBefore(tools, 2200),
      account: accountOfPersona('member'),
    },
  ]
  for (const plan of plans) yield* memberEntries(plan, prng, tools)

  function accountOfPersona(key: PersonaKey) {
    const persona = personas.find((one) => one.key === key)
    return accountOf(persona?.openid ?? key, tools)
  }
}

function unitNamed(world: RegistryBuilder, id: (typeof castUnits)[keyof typeof castUnits]['id']) {
  const unit = world.units.get(id)
  if (unit === undefined) throw new Error(`the cast’s unit ${id} was not placed`)
  return unit
}
