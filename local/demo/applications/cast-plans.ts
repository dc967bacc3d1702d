import type { Situation } from '../../../shared/membership/joining'
import { asApplicant } from '../cast-people'
import { listed } from '../members/situations'
import { inventPerson, type InventedPerson, type Origins } from '../people/person'
import { castPeople, castUnits, stage } from '../personas'
import type { Prng } from '../prng'
import type { WorldTools } from '../tools'
import type { ApplicationPlan, LaterAct } from './plan'

const atFactory: Situation = { work: 'unit', unit: listed(castUnits.factory.id), establishment: 'regular' }
const sentToFactory: Situation = {
  work: 'dispatched',
  agency: listed(castUnits.agency.id),
  userUnit: listed(castUnits.factory.id),
}
const sentByTheOther: Situation = {
  work: 'dispatched',
  agency: listed(castUnits.agencyWithoutUnion.id),
  userUnit: listed(castUnits.factory.id),
}
const riding: Situation = { work: 'platform', industry: 'delivery', workRegion: stage.community }
const parcels: Situation = { work: 'platform', industry: 'express', workRegion: stage.quayCommunity }
const atBattery: Situation = { work: 'unit', unit: listed(castUnits.battery.id), establishment: 'regular' }
const atRestaurant: Situation = { work: 'unit', unit: listed(castUnits.restaurant.id), establishment: 'regular' }

interface Scene {
  readonly situation: Situation
  readonly sentDaysAgo: number
  readonly person?: InventedPerson
  readonly objection?: string
  readonly later?: readonly LaterAct[]
}

/** The inboxes of the personas’ unions: fresh ones, some due soon, some overdue, one returned and mended, duplicates, objections. */
const scenes: readonly Scene[] = [
  { situation: atFactory, sentDaysAgo: 24, later: [{ kind: 'remind', afterHours: 500 }] },
  { situation: sentToFactory, sentDaysAgo: 19 },
  {
    situation: atFactory,
    sentDaysAgo: 12,
    later: [
      { kind: 'return', reason: 'number', note: '第 7 到 14 位请对照身份证', afterHours: 26 },
      { kind: 'resubmit', afterHours: 60 },
    ],
  },
  { situation: atFactory, sentDaysAgo: 9 },
  { situation: sentByTheOther, sentDaysAgo: 6 },
  { situation: atFactory, sentDaysAgo: 3, person: asApplicant(castPeople.applying) },
  { situation: atFactory, sentDaysAgo: 2, person: asApplicant(castPeople.onFile) },
  { situation: sentToFactory, sentDaysAgo: 1 },
  { situation: atFactory, sentDaysAgo: 0 },
  { situation: atFactory, sentDaysAgo: 40, later: [{ kind: 'approve', afterHours: 100 }] },
  { situation: atFactory, sentDaysAgo: 38, later: [{ kind: 'reject', reason: 'not_employed_here', afterHours: 50 }] },

  { situation: riding, sentDaysAgo: 23 },
  { situation: riding, sentDaysAgo: 16, later: [{ kind: 'remind', afterHours: 300 }] },
  { situation: parcels, sentDaysAgo: 8 },
  { situation: riding, sentDaysAgo: 5, later: [{ kind: 'return', reason: 'mobile', afterHours: 20 }] },
  { situation: riding, sentDaysAgo: 2 },
  { situation: parcels, sentDaysAgo: 0 },
  { situation: riding, sentDaysAgo: 45, later: [{ kind: 'approve', afterHours: 80 }] },
  { situation: riding, sentDaysAgo: 33, later: [{ kind: 'withdraw', afterHours: 30 }] },

  { situation: riding, sentDaysAgo: 4, objection: '我主要在市北区跑单，不归中山路管' },
  { situation: atRestaurant, sentDaysAgo: 7, objection: '我们店想加入餐饮行业的工会' },

  { situation: atBattery, sentDaysAgo: 21 },
  { situation: atBattery, sentDaysAgo: 10 },
  { situation: atBattery, sentDaysAgo: 1 },
  { situation: atBattery, sentDaysAgo: 50, later: [{ kind: 'approve', afterHours: 120 }] },
]

export function castApplications(prng: Prng, tools: WorldTools, origins: Origins): readonly ApplicationPlan[] {
  return scenes.map((scene, at) => ({
    openid: `demo-applicant-cast-${at}`,
    person: scene.person ?? inventPerson(prng, origins, tools.today),
    situation: scene.situation,
    sentDaysAgo: scene.sentDaysAgo,
    later: scene.later ?? [],
    ...(scene.objection === undefined ? {} : { objection: scene.objection }),
  }))
}
