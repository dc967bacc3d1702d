import { card as contract } from '../../shared/contract/card'
import { succeed } from '../../shared/core/outcome'
import { cards } from '../_kernel/records/cards'
import { implement } from '../_kernel/serve'
import { holderOf } from './holder'
import { markOf, phoneDigest } from './issuing'

/** 我的会员卡. */
export const myCard = implement(contract.procedures.myCard, async (call) => {
  const holder = await holderOf(call)
  if (holder === undefined) return succeed({ kind: 'no-membership' as const })
  const card = await call.store.get(cards, holder.membership._id)
  if (card === undefined || card.state === 'ended' || card.account !== call.account)
    return succeed({ kind: 'inactive' as const, ...holder.shown })
  const { phone } = call.input
  return succeed({
    kind: 'card' as const,
    ...holder.shown,
    state: card.state,
    here: phone !== undefined && phoneDigest(phone, call) === card.phone,
    mark: markOf(card.serial, call),
    activatedAt: card.activatedAt,
    now: call.now,
  })
})
