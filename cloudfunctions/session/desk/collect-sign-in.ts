import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayUse, signInExpires } from '../../../shared/desk/confirmation'
import { accounts } from '../../_kernel/records/accounts'
import { confirmations, deskSessions } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'
import { confirmationId } from '../../_kernel/desk/confirming'

/**
 * 登录结果: once, and only for the browser that showed the code. The signed-in browser gets yet another secret; should this answer get lost on its way,
 * the code is used up and the page shows a new one.
 */
export const collectSignIn = implement(session.procedures.collectSignIn, async (call) => {
  const { browser } = call.caller
  if (browser === undefined) return refuse('BROWSER_ONLY')
  const id = confirmationId(call.input.code, call)
  const seen = await call.store.get(confirmations, id)
  if (seen === undefined || seen.browser !== browser.id || seen.act.kind !== 'sign-in')
    return succeed({ state: 'gone' as const })
  if (seen.state === 'refused') return succeed({ state: 'refused' as const })
  if (seen.expiresAt <= call.now) return succeed({ state: 'gone' as const })
  if (seen.state === 'asked') return succeed({ state: 'asked' as const })

  const signedIn = browser.renew()
  return call.store.transact(async (tx) => {
    const confirmation = await tx.get(confirmations, id)
    const account = confirmation?.answeredBy
    if (confirmation === undefined || account === undefined || !mayUse(confirmation, { kind: 'sign-in' }, call.now))
      return succeed({ state: 'gone' as const })
    const signedOutAt = (await tx.get(accounts, account))?.signedOutAt
    if (signedOutAt !== undefined && signedOutAt > confirmation.askedAt) return succeed({ state: 'gone' as const })
    await tx.put(confirmations, { ...confirmation, state: 'used' as const })
    await tx.insert(deskSessions, {
      _id: signedIn,
      account,
      where: confirmation.where,
      since: call.now,
      expiresAt: signInExpires(call.now),
    })
    return succeed({ state: 'signed-in' as const })
  })
})
