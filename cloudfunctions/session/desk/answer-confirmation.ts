import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { confirmedExpires, judgeAnswer } from '../../../shared/desk/confirmation'
import { auditing } from '../../_kernel/audit'
import { confirmations } from '../../_kernel/records/desk'
import { implement } from '../../_kernel/serve'
import { confirmationId } from '../../_kernel/desk/confirming'

/** 手机上的答复: the first answer stands, a wrong number is a no. */
export const answerConfirmation = implement(session.procedures.answerConfirmation, async (call) => {
  const id = confirmationId(call.input.code, call)
  const seen = await call.store.get(confirmations, id)
  if (seen === undefined) return refuse('CONFIRMATION_GONE')
  const audit = auditing(call, {
    action: `confirm.${seen.act.kind}`,
    subject: seen.act.kind === 'reveal' ? seen.act.person : call.account,
    ...(seen.act.kind === 'reveal' ? { union: seen.act.union } : {}),
    content: { where: seen.where, answer: call.input.answer.kind },
  })
  return call.act(async (tx) => {
    const asked = await tx.get(confirmations, id)
    if (asked === undefined || (asked.account !== undefined && asked.account !== call.account))
      return refuse('CONFIRMATION_GONE')
    const outcome = judgeAnswer(asked, call.input.answer, call.now)
    if (outcome === 'gone') return refuse('CONFIRMATION_GONE')
    await tx.put(
      confirmations,
      outcome === 'confirmed'
        ? { ...asked, state: 'confirmed', answeredBy: call.account, expiresAt: confirmedExpires(call.now) }
        : { ...asked, state: 'refused', answeredBy: call.account },
    )
    await audit(tx)
    return succeed({ outcome })
  })
})
