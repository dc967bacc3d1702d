import { session } from '../../../shared/contract/session'
import { succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { deskSessions } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'

/** One transaction takes 100 operations on CloudBase. */
const together = 40

/** 退出: from the phone or from the desk itself; somebody else’s browser stays signed in, and the answer does not tell that it exists. */
export const endDesk = implement(session.procedures.endDesk, async (call) => {
  const { desk } = call.input
  const mine = await call.store.find(deskSessions, {
    index: 'byAccount',
    equals: { account: call.account },
    limit: together,
  })
  const ended = mine.documents.filter(({ _id }) => desk === 'all' || _id === desk)
  const audit = auditing(call, { action: 'desk.sign-out', subject: call.account })
  return call.act(async (tx) => {
    for (const { _id } of ended) await tx.remove(deskSessions, _id)
    if (ended.length > 0) await audit(tx)
    return succeed({})
  })
})
