import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { confirmations } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'
import { newCode } from './show-code'

/** 请手机确认: one act, at this desk, by whoever is signed in here. Whether they may do it is judged when it is done. */
export const askConfirmation = implement(session.procedures.askConfirmation, async (call) => {
  const browser = call.caller.browser?.id
  if (call.caller.browser === undefined || browser === undefined) return refuse('BROWSER_ONLY')
  const { shown, record } = newCode(
    { act: call.input.act, browser, where: call.caller.browser.description, account: call.account },
    call,
  )
  return call.act(async (tx) => {
    await tx.insert(confirmations, record)
    return succeed(shown)
  })
})
