import { card as contract } from '../../shared/contract/card'
import { succeed } from '../../shared/core/outcome'
import { countedAt, howMany } from '../_kernel/kept-counts'
import { implement } from '../_kernel/serve'

/** 激活率, as numerator and denominator: members whose membership is held, and those of them with a card. */
export const activation = implement(contract.procedures.activation, async (call) => {
  const { union } = call.input
  const counts = await Promise.all([
    howMany({ what: 'in-state', union, state: 'active' }, call),
    howMany({ what: 'in-state', union, state: 'retained' }, call),
    howMany({ what: 'cards', union, state: 'active' }, call),
    howMany({ what: 'cards', union, state: 'suspended' }, call),
  ])
  const [active, retained, cards, suspended] = counts.map(({ count }) => count)
  const members = (active ?? 0) + (retained ?? 0)
  // Counted one after the other: a card that was activated in between must not make more cards than members.
  return succeed({ members, activated: Math.min(members, (cards ?? 0) + (suspended ?? 0)), ...countedAt(counts) })
})
