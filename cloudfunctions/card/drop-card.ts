import { card as contract } from '../../shared/contract/card'
import { refuse, succeed } from '../../shared/core/outcome'
import { auditing } from '../_kernel/audit'
import { endCard } from '../_kernel/card/following'
import { accounts } from '../_kernel/records/accounts'
import { cards } from '../_kernel/records/cards'
import { implement } from '../_kernel/serve'

/** 挂失: whoever has lost the phone says so from any other that is signed in to the same WeChat account. */
export const dropCard = implement(contract.procedures.dropCard, async (call) => {
  const person = (await call.store.get(accounts, call.account))?.person
  const card = person === undefined ? undefined : await call.store.get(cards, person)
  if (person === undefined || card === undefined) return refuse('CARD_NOT_ACTIVE')
  const audit = auditing(call, { action: 'card.drop', subject: person, union: card.union })
  return call.act(async (tx) => {
    const known = await tx.get(cards, person)
    if (known === undefined || known.state === 'ended' || known.account !== call.account)
      return refuse('CARD_NOT_ACTIVE')
    await endCard(tx, person, call.now)
    await audit(tx)
    return succeed({})
  })
})
