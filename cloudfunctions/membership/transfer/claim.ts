import type { AccountId, PersonId, TransferId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { transfers } from '../../_kernel/records/transfers'
import { claims } from '../../_kernel/records/applications'
import type { Transaction } from '../../_kernel/store/port'

interface Claimed {
  readonly _id: TransferId
  readonly account: AccountId
  readonly person: PersonId
}

/** It is there as long as a transfer of this person is open. */
export const transferClaim = (person: PersonId) => `transfer:${person}`

const idsOf = ({ account, person }: Claimed) => [`account:${account}`, transferClaim(person)] as const

/** 在办锁 (T8): one open transfer per person, and none beside an open application. */
export async function claimTransfer(
  tx: Transaction,
  transfer: Claimed,
): Promise<Outcome<undefined, 'TRANSFER_OPEN' | 'APPLICATION_OPEN'>> {
  const [ofAccount, ofPerson] = idsOf(transfer)
  if ((await tx.get(claims, ofPerson)) !== undefined) return refuse('TRANSFER_OPEN')
  const held = await tx.get(claims, ofAccount)
  if (held !== undefined)
    return refuse((await tx.get(transfers, held.application)) === undefined ? 'APPLICATION_OPEN' : 'TRANSFER_OPEN')
  for (const _id of [ofAccount, ofPerson]) await tx.insert(claims, { _id, application: transfer._id })
  return succeed(undefined)
}

export async function releaseTransferClaims(tx: Transaction, transfer: Claimed): Promise<void> {
  for (const id of idsOf(transfer))
    if ((await tx.get(claims, id))?.application === transfer._id) await tx.remove(claims, id)
}
