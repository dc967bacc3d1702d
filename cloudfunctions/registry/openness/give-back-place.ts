import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayGiveBack } from '../../../shared/org/publication'
import { auditing } from '../../_kernel/audit'
import { accounts } from '../../_kernel/records/accounts'
import { publications, seats, signUps } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'
import { seatId } from './seats'

/** 取消报名: also by somebody who is no member any more. */
export const giveBackPlace = implement(registry.procedures.giveBackPlace, async (call) => {
  const { publication } = call.input
  const [record, account] = await Promise.all([
    call.store.get(publications, publication),
    call.store.get(accounts, call.account),
  ])
  if (record?.activity === undefined || account?.person === undefined) return refuse('NOT_FOUND')
  if (!mayGiveBack(record.activity, call.today)) return refuse('SIGN_UP_OVER')
  const id = `${publication}:${account.person}`
  const audit = auditing(call, { action: 'sign-up.back', subject: publication, union: record.union })
  return call.act(async (tx) => {
    const signUp = await tx.get(signUps, id)
    if (signUp === undefined) return succeed({})
    await tx.remove(signUps, id)
    await tx.remove(seats, seatId(publication, signUp.seat))
    await audit(tx)
    return succeed({})
  })
})
