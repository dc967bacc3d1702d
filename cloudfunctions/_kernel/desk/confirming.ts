import type { ConfirmationCode } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { mayUse, type ConfirmedAct } from '../../../shared/desk/confirmation'
import { confirmations } from '../records/desk'
import type { Call } from '../serve'
import type { Transaction } from '../store/port'

/** Under which id a code’s confirmation lies. */
export function confirmationId(code: ConfirmationCode, { indexer }: Pick<Call<unknown>, 'indexer'>): string {
  return indexer.lockId(`confirmation:${code}`)
}

/**
 * 本人手机确认, used up by the act it was given for. On the phone the act itself is the confirmation, as WeChat vouches for who makes it now; a desk has to
 * name a code that the phone has answered, for this act, in this browser.
 */
export function confirming(
  act: ConfirmedAct,
  code: ConfirmationCode | undefined,
  call: Pick<Call<unknown>, 'caller' | 'account' | 'now' | 'indexer'>,
): (tx: Transaction) => Promise<Outcome<void, 'CONFIRMATION_MISSING'>> {
  if (call.caller.openid !== undefined) return async () => succeed(undefined)
  if (code === undefined) return async () => refuse('CONFIRMATION_MISSING')
  const id = confirmationId(code, call)
  return async (tx) => {
    const confirmation = await tx.get(confirmations, id)
    if (
      confirmation === undefined ||
      confirmation.browser !== call.caller.browser?.id ||
      confirmation.answeredBy !== call.account ||
      !mayUse(confirmation, act, call.now)
    )
      return refuse('CONFIRMATION_MISSING')
    await tx.put(confirmations, { ...confirmation, state: 'used' as const })
    return succeed(undefined)
  }
}
