import { session } from '../../shared/contract/session'
import { succeed } from '../../shared/core/outcome'
import { maskMobile } from '../../shared/identity/mask'
import { accounts } from '../_kernel/records/accounts'
import { drafts } from '../_kernel/records/applications'
import { notices } from '../_kernel/records/upkeep'
import { implement } from '../_kernel/serve'
import { officesOf } from './offices'
import { standingOf } from './standing'

const noticesShown = 10

/** 我: everything the first page needs, in one call. */
export const me = implement(session.procedures.me, async (call) => {
  const { store, sealer } = call
  const account = await store.get(accounts, call.account)
  const [standing, offices, waiting, draft] = await Promise.all([
    standingOf(account, call),
    officesOf(call),
    store.find(notices, {
      index: 'byAccount',
      equals: { account: call.account },
      order: 'descending',
      limit: noticesShown,
    }),
    store.get(drafts, call.account),
  ])
  return succeed({
    standing,
    offices,
    notices: waiting.documents.map(({ _id, at, text, application, event }) => ({
      id: _id,
      at,
      text,
      ...(application === undefined ? {} : { application }),
      ...(event === undefined ? {} : { event }),
    })),
    ...(account?.mobile === undefined
      ? {}
      : {
          verifiedMobile: maskMobile(
            sealer.open({ collection: 'accounts', id: account._id, field: 'mobile' }, account.mobile),
          ),
        }),
    ...(draft === undefined ? {} : { draft: { step: draft.step, savedAt: draft.savedAt } }),
  })
})
