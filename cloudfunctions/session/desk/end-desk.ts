import { session } from '../../../shared/contract/session'
import { succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import type { BrowserId } from '../../../shared/core/ids'
import { accounts } from '../../_kernel/records/accounts'
import { deskSessions, type DeskSessionRecord } from '../../_kernel/records/desk'
import { implement, type Call } from '../../_kernel/serve'

/** One transaction takes 100 operations on CloudBase. */
const together = 40

/** 退出: from the phone or from the desk itself; somebody else’s browser stays signed in, and the answer does not tell that it exists. */
export const endDesk = implement(session.procedures.endDesk, async (call) => {
  const { desk } = call.input
  const ended = desk === 'all' ? await allOf(call) : await oneOf(desk, call)
  const audit = auditing(call, { action: 'desk.sign-out', subject: call.account })
  return call.act(async (tx) => {
    for (const { _id } of ended) await tx.remove(deskSessions, _id)
    if (desk === 'all') {
      // Also for those that one transaction does not take, and for a code that was confirmed and is not collected yet.
      const account = (await tx.get(accounts, call.account)) ?? { _id: call.account, createdAt: call.now }
      await tx.put(accounts, { ...account, signedOutAt: call.now })
    }
    if (desk === 'all' || ended.length > 0) await audit(tx)
    return succeed({})
  })
})

type Ports = Pick<Call<unknown>, 'store' | 'account'>

async function allOf({ store, account }: Ports): Promise<readonly DeskSessionRecord[]> {
  return (await store.find(deskSessions, { index: 'byAccount', equals: { account }, limit: together })).documents
}

async function oneOf(desk: BrowserId, { store, account }: Ports): Promise<readonly DeskSessionRecord[]> {
  const session = await store.get(deskSessions, desk)
  return session?.account === account ? [session] : []
}
