import { session } from '../../shared/contract/session'
import { refuse, succeed } from '../../shared/core/outcome'
import { maskMobile } from '../../shared/identity/mask'
import { parseMobile } from '../../shared/identity/mobile'
import { auditing } from '../_kernel/audit'
import { spendQuota } from '../_kernel/quota'
import { accounts } from '../_kernel/records/accounts'
import { implement } from '../_kernel/serve'

/** 微信验证手机号: what WeChat vouches for is what makes a person known to the system (O-5). */
export const verifyPhone = implement(session.procedures.verifyPhone, async (call) => {
  const openid = call.caller.openid
  if (openid === undefined) return refuse('PHONE_NOT_VERIFIED')
  const spent = await spendQuota('code', call.input.code, call)
  if (!spent.ok) return spent
  const verified = await call.phone.verify(call.input.code, openid)
  const mobile = verified.ok ? parseMobile(verified.mobile) : undefined
  if (mobile?.ok !== true) return refuse('PHONE_NOT_VERIFIED')

  const sealed = call.sealer.seal({ collection: 'accounts', id: call.account, field: 'mobile' }, mobile.normalised)
  const audit = auditing(call, { action: 'account.verify-phone', subject: call.account })
  return call.act(async (tx) => {
    const account = (await tx.get(accounts, call.account)) ?? { _id: call.account, createdAt: call.now }
    await tx.put(accounts, { ...account, mobile: sealed, mobileVerifiedAt: call.now })
    await audit(tx)
    return succeed({ mobile: maskMobile(mobile.normalised) })
  })
})
