import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { confirmations, deskSessions } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'
import { newCode } from './show-code'

/** 电脑登录: the browser gets a new secret first, so that nobody can have planted one; a session under the old one ends. */
export const openSignIn = implement(session.procedures.openSignIn, async (call) => {
  const { browser } = call.caller
  if (browser === undefined) return refuse('BROWSER_ONLY')
  const { id: before, description } = browser
  const { shown, record } = newCode({ act: { kind: 'sign-in' }, browser: browser.renew(), where: description }, call)
  return call.store.transact(async (tx) => {
    await tx.insert(confirmations, record)
    if (before !== undefined) await tx.remove(deskSessions, before)
    return succeed(shown)
  })
})
