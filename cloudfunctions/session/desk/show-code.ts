import { ConfirmationCode, type AccountId, type BrowserId } from '../../../shared/core/ids'
import type { ShownCode } from '../../../shared/contract/session'
import { codeExpires, numbersToPick, type ConfirmedAct } from '../../../shared/desk/confirmation'
import type { ConfirmationRecord } from '../../_kernel/records/desk'
import { confirmationId } from '../../_kernel/desk/confirming'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'indexer' | 'random' | 'now' | 'confirmationLink'>

/** A new code, as the desk shows it and as it is kept. */
export function newCode(
  asked: {
    readonly act: ConfirmedAct
    readonly browser: BrowserId
    readonly where: string
    readonly account?: AccountId
  },
  call: Ports,
): { readonly shown: ShownCode; readonly record: ConfirmationRecord } {
  const code = ConfirmationCode.parse(call.random.id())
  const { number, choices } = numbersToPick(call.random.digits)
  const expiresAt = codeExpires(call.now)
  return {
    shown: { code, link: call.confirmationLink(code), number, expiresAt },
    record: {
      _id: confirmationId(code, call),
      ...asked,
      number,
      choices: [...choices],
      state: 'asked',
      askedAt: call.now,
      expiresAt,
    },
  }
}
