import { card as contract } from '../../shared/contract/card'
import { refuse, succeed } from '../../shared/core/outcome'
import { auditing } from '../_kernel/audit'
import { newSerial, revoke } from '../_kernel/card/following'
import { notifying } from '../_kernel/notify'
import { cards, type CardRecord } from '../_kernel/records/cards'
import { memberships } from '../_kernel/records/memberships'
import { persons } from '../_kernel/records/persons'
import { implement } from '../_kernel/serve'
import { holderOf } from './holder'
import { issued, lastDay, phoneDigest } from './issuing'

/** 激活会员卡 (003 二(三)2): one person, one card, one phone; what an earlier phone holds is worth nothing from now on. */
export const activate = implement(contract.procedures.activate, async (call) => {
  const holder = await holderOf(call)
  if (holder === undefined) return refuse('NOT_A_MEMBER')
  const { _id: person, union, state } = holder.membership
  const held = state === 'retained' ? 'suspended' : 'active'
  const card: CardRecord = {
    _id: person,
    serial: newSerial(call.random),
    state: held,
    union,
    account: call.account,
    phone: phoneDigest(call.input.phone, call),
    activatedAt: call.now,
    issuedUntil: lastDay(call.today),
    updatedAt: call.now,
  }
  const answer = issued(holder, { serial: card.serial, state: held }, call.input.keys, call)
  const elsewhere = notifying(call, {
    account: call.account,
    text: '您的会员卡刚刚在另一部手机上激活，原来那部手机上的卡不能再用。如果不是您本人办的，请马上联系工会。',
  })
  const audit = auditing(call, { action: 'card.activate', subject: person, union })
  return call.act(async (tx) => {
    const membership = await tx.get(memberships, person)
    if (membership?.union !== union || membership.state !== state) return refuse('NOT_A_MEMBER')
    if ((await tx.get(persons, person))?.account !== call.account) return refuse('NOT_A_MEMBER')
    const before = await tx.get(cards, person)
    if (before !== undefined && before.state !== 'ended') {
      await revoke(tx, before, call.now)
      if (before.phone !== card.phone) await elsewhere(tx)
    }
    await tx.put(cards, card)
    await audit(tx)
    return succeed(answer)
  })
})
