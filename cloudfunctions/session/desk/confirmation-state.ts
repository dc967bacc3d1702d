import { session } from '../../../shared/contract/session'
import { succeed } from '../../../shared/core/outcome'
import { confirmations } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'
import { confirmationId } from '../../_kernel/desk/confirming'

/** 确认了没有: asked again and again by the page that shows the code, and by nobody else. */
export const confirmationState = implement(session.procedures.confirmationState, async (call) => {
  const confirmation = await call.store.get(confirmations, confirmationId(call.input.code, call))
  if (confirmation === undefined || confirmation.browser !== call.caller.browser?.id)
    return succeed({ state: 'gone' as const })
  const { state, expiresAt } = confirmation
  return succeed({ state: expiresAt <= call.now && state !== 'refused' ? ('gone' as const) : state })
})
