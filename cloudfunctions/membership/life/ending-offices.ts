import type { PersonId } from '../../../shared/core/ids'
import { auditing } from '../../_kernel/audit'
import { unpublished } from '../../_kernel/officer-display'
import { accounts } from '../../_kernel/records/accounts'
import { persons } from '../../_kernel/records/persons'
import { officers } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** A CloudBase transaction takes 100 operations, three for each office. */
const most = 15

/**
 * 职务终止、电脑退出: somebody deceased or expelled acts for no union any more, and their browsers are signed out. Whoever leaves of their own will may go on:
 * a clerk need not be a member.
 */
export async function endingOffices(
  person: PersonId,
  call: Call<unknown>,
): Promise<(tx: Transaction) => Promise<void>> {
  const account = (await call.store.get(persons, person))?.account
  if (account === undefined) return async () => undefined
  const held = await call.store.find(officers, { index: 'byAccount', equals: { account }, limit: most })
  const ending = held.documents
    .filter(({ until }) => until === undefined || until > call.now)
    .map(({ _id, union, role }) => ({
      id: _id,
      audit: auditing(call, { action: 'office.end', subject: _id, union, content: { role } }),
    }))
  return async (tx) => {
    for (const { id, audit } of ending) {
      const officer = await tx.get(officers, id)
      if (officer === undefined) continue
      await tx.put(officers, { ...unpublished(officer), until: call.now })
      await audit(tx)
    }
    const record = await tx.get(accounts, account)
    if (record !== undefined) await tx.put(accounts, { ...record, signedOutAt: call.now })
  }
}
