import { session } from '../../shared/contract/session'
import { succeed } from '../../shared/core/outcome'
import { notices } from '../_kernel/records/upkeep'
import { implement } from '../_kernel/serve'

/** 知道了: somebody else’s notice stays where it is, and the answer does not tell that it exists. */
export const readNotice = implement(session.procedures.readNotice, (call) =>
  call.act(async (tx) => {
    const notice = await tx.get(notices, call.input.notice)
    if (notice?.account === call.account) await tx.remove(notices, notice._id)
    return succeed({})
  }),
)
