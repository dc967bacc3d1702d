import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { succeed } from '../../../shared/core/outcome'
import { memberships } from '../../_kernel/records/memberships'
import { implement } from '../../_kernel/serve'
import { confirming } from './confirm'

/** 工会核对过了: of members of this union; whoever has gone elsewhere meanwhile is left as they are. Twenty of four operations each. */
export const confirmMembers = implement(roundProcedures.confirmMembers, async (call) => {
  const { union, persons } = call.input
  const each = await Promise.all(
    [...new Set(persons)].map(async (person) => ({ person, confirm: await confirming(person, call) })),
  )
  return call.act(async (tx) => {
    let confirmed = 0
    for (const { person, confirm } of each) {
      const membership = await tx.get(memberships, person)
      if (membership?.union !== union) continue
      if ((await confirm(tx)).ok) confirmed += 1
    }
    return succeed({ confirmed })
  })
})
