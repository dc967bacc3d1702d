import { session } from '../../shared/contract/session'
import { refuse, succeed } from '../../shared/core/outcome'
import { accounts } from '../_kernel/records/accounts'
import { implement } from '../_kernel/serve'

/** 愿意收消息: WeChat addresses a message by the openid, so it is kept, sealed, for those who asked for messages and for nobody else. */
export const subscribe = implement(session.procedures.subscribe, async (call) => {
  const { openid } = call.caller
  if (openid === undefined) return refuse('PHONE_ONLY')
  const sealed = call.sealer.seal({ collection: 'accounts', id: call.account, field: 'openid' }, openid)
  return call.act(async (tx) => {
    const account = (await tx.get(accounts, call.account)) ?? { _id: call.account, createdAt: call.now }
    await tx.put(accounts, { ...account, openid: sealed })
    return succeed({})
  })
})
