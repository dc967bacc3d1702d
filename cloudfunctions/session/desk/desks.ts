import { session } from '../../../shared/contract/session'
import { succeed } from '../../../shared/core/outcome'
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
      .filter(({ expiresAt }) => expiresAt > call.now)
      .map(({ _id, where, since, expiresAt }) => ({
        desk: _id,
        where,
        since,
        until: expiresAt,
        here: _id === call.caller.browser?.id,
      })),
  })
})
