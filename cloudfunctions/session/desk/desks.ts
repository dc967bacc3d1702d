import { session } from '../../../shared/contract/session'
import { succeed } from '../../../shared/core/outcome'
import { endsAt, isSignedIn } from '../../../shared/desk/session'
import { deskSessions } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'

const shown = 50

/** 登录着的电脑: newest first. */
export const desks = implement(session.procedures.desks, async (call) => {
  const page = await call.store.find(deskSessions, {
    index: 'byAccount',
    equals: { account: call.account },
    order: 'descending',
    limit: shown,
  })
  return succeed({
    desks: page.documents
      .filter((session) => isSignedIn(session, call.now))
      .map((session) => ({
        desk: session._id,
        where: session.where,
        since: session.since,
        until: endsAt(session),
        here: session._id === call.caller.browser?.id,
      })),
  })
})
