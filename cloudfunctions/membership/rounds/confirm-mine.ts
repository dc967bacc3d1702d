import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { accounts } from '../../_kernel/records/accounts'
import { implement } from '../../_kernel/serve'
import { confirming } from './confirm'

/** 信息没有变: one tap. */
export const confirmMine = implement(roundProcedures.confirmMine, async (call) => {
  const person = (await call.store.get(accounts, call.account))?.person
  if (person === undefined) return refuse('NOTHING_ON_FILE')
  const confirm = await confirming(person, call)
  return call.act(async (tx) => {
    const done = await confirm(tx)
    return done.ok ? succeed({ confirmedOn: done.data }) : done
  })
})
