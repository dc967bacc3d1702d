import { z } from 'zod'
import { unreachable } from '../core/unreachable'
import type { MembershipState } from '../membership/life'
import type { CardStatus } from './credential'

/** 会员卡状态: suspended while the membership is retained, ended with it; an ended card is activated anew or not at all. */
export const CardState = z.enum(['active', 'suspended', 'ended'])
export type CardState = z.infer<typeof CardState>

/** What a change of the membership makes of the card. */
export function cardAfter(card: CardState, membership: MembershipState): CardState {
  if (card === 'ended') return 'ended'
  switch (membership) {
    case 'active':
      return 'active'
    case 'retained':
      return 'suspended'
    case 'left':
    case 'expelled':
    case 'deceased':
      return 'ended'
    default:
      return unreachable(membership)
  }
}

/** What a card in this state says of its holder; nothing is issued to one that has ended. */
export function statusOf(card: Exclude<CardState, 'ended'>): CardStatus {
  return card === 'active' ? 'active' : 'retained'
}
