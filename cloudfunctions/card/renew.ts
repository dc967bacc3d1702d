import { card as contract } from '../../shared/contract/card'
import { refuse, succeed } from '../../shared/core/outcome'
import { cards } from '../_kernel/records/cards'
import { implement } from '../_kernel/serve'
import { holderOf, inForce } from './holder'
import { issued, lastDay, phoneDigest } from './issuing'

/** 续期: silently, whenever the phone that holds the card is online. What was issued before stays good, for the same serial. */
export const renew = implement(contract.procedures.renew, async (call) => {
  const holder = await holderOf(call)
  if (holder === undefined) return refuse('NOT_A_MEMBER')
  const card = await call.store.get(cards, holder.membership._id)
  if (card === undefined || card.state === 'ended' || (await inForce(card, call)) === undefined)
    return refuse('CARD_NOT_ACTIVE')
  if (card.phone !== phoneDigest(call.input.phone, call)) return refuse('CARD_ELSEWHERE')
  const answer = issued(holder, { serial: card.serial, state: card.state }, call.input.keys, call)
  return call.act(async (tx) => {
    const known = await tx.get(cards, card._id)
    // Revoked or activated elsewhere meanwhile: these credentials would name a serial that is over.
    if (known?.serial !== card.serial || known.state !== card.state) return refuse('CARD_NOT_ACTIVE')
    // Two that cross at midnight: the later day stays, as a revocation has to last as long as anything that was issued.
    const last = lastDay(call.today)
    const issuedUntil = known.issuedUntil !== undefined && known.issuedUntil > last ? known.issuedUntil : last
    await tx.put(cards, { ...known, issuedUntil, updatedAt: call.now })
    return succeed(answer)
  })
})
