import { cards, cardUses, type CardRecord } from '../../cloudfunctions/_kernel/records/cards'
import type { PersonId } from '../../shared/core/ids'
import { IsoDate } from '../../shared/core/time'
import { activated, attempt, cardPhone } from '../card-phone'
import { joinedMember } from '../members'
import type { TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, union } from './ready'

/** Of a week that begins on the day on which these tests play. */
const lastDayOfAWeek = '2026-11-24'
const isNobodys = (data: unknown) => Reflect.get(Object(data), 'kind') === 'no-membership'

/** 会员卡: activated, renewed, ended, verified. */
export const cardAttempts: Readonly<Record<string, Cases>> = {
  myCard: {
    'my card': async (system) => ({ as: (await carded(system)).as, input: {}, silent: isNobodys }),
    'before it is activated': async (system) => ({ as: (await joinedMember(system)).as, input: {}, silent: isNobodys }),
  },
  activate: {
    'activate it': async (system) => {
      const { as, person } = await joinedMember(system)
      return { as, input: cardPhone().sent, effects: () => audited(system, person, 'card.activate') }
    },
    'on another phone': async (system) => {
      const { as, person } = await carded(system)
      const effects = async () => (await audited(system, person, 'card.activate')) - 1
      return { as, input: cardPhone().sent, effects }
    },
  },
  renew: {
    'renew it': async (system) => {
      const { as, person, card } = await carded(system)
      await issuedLastWeek(system, person)
      const effects = async () => ((await cardIn(system, person)).issuedUntil === lastDayOfAWeek ? 1 : 0)
      return { as, input: cardPhone(card.phone.id).sent, effects }
    },
  },
  dropCard: {
    'end it': async (system) => {
      const { as, person } = await carded(system)
      return { as, input: {}, effects: () => audited(system, person, 'card.drop') }
    },
  },
  issuerKeys: asked(chair, {}),
  revocations: asked(chair, { day: '2026-11-18' }),
  verify: {
    'verify what is shown': async (system) => {
      const { card } = await carded(system)
      const before = await usesIn(system)
      const input = { shown: card.show(Date.parse(system.runtime.now())), attempt: attempt() }
      return { as: chair, input, effects: async () => (await usesIn(system)) - before }
    },
  },
  activation: asked(chair, { union }),
}

async function cardIn({ runtime }: TestSystem, person: PersonId): Promise<CardRecord> {
  const card = await runtime.store.get(cards, person)
  if (card === undefined) throw new Error('there is no card')
  return card
}

async function issuedLastWeek(system: TestSystem, person: PersonId): Promise<void> {
  const card = await cardIn(system, person)
  await system.runtime.store.transact((tx) => tx.put(cards, { ...card, issuedUntil: IsoDate.parse('2026-11-19') }))
}

/** A member with an active card. */
export async function carded(system: TestSystem) {
  const member = await joinedMember(system)
  return { ...member, card: await activated(system, member.as) }
}

function usesIn({ runtime }: TestSystem): Promise<number> {
  return runtime.store.count(cardUses, { index: 'byExpiry', equals: {} })
}
