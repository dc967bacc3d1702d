import type { PersonId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { isHeld } from '../../../shared/membership/life'
import { auditing } from '../../_kernel/audit'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

type Ports = Pick<Call<unknown>, 'store' | 'now' | 'today' | 'account' | 'random' | 'indexer'>

/**
 * 核对过，没有变化: nothing of the membership changes but the day on which somebody said so, with an entry in its history; the second time on one day changes
 * nothing. Four operations.
 */
export async function confirming(
  person: PersonId,
  call: Ports,
): Promise<(tx: Transaction) => Promise<Outcome<IsoDate, 'NOTHING_ON_FILE' | 'MEMBERSHIP_ENDED'>>> {
  const union = (await call.store.get(memberships, person))?.union
  const unionName = union === undefined ? undefined : (await call.store.get(unions, union))?.name
  const eventId = call.random.id()
  const audit = auditing(call, {
    action: 'membership.confirm',
    subject: person,
    ...(union === undefined ? {} : { union }),
  })
  return async (tx) => {
    const membership = await tx.get(memberships, person)
    if (membership === undefined || unionName === undefined) return refuse('NOTHING_ON_FILE')
    if (!isHeld(membership.state)) return refuse('MEMBERSHIP_ENDED')
    if (membership.confirmedOn === call.today) return succeed(call.today)
    await tx.put(memberships, { ...membership, confirmedOn: call.today, updatedAt: call.now })
    await tx.insert(membershipEvents, {
      _id: eventId,
      person,
      at: call.now,
      kind: 'confirmed',
      union: membership.union,
      unionName,
      by: call.account,
    })
    await audit(tx)
    return succeed(call.today)
  }
}
