import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { implement } from '../../_kernel/serve'
import { rosterOf } from '../../_kernel/roster'
import { openTransferSecrets } from './secrets'
import { transferFor } from './sides'
import { transferView } from './views'

/** 转会详情, for the officers of the unions that have to do with it. */
export const transfer = implement(contract.procedures.transfer, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { transfer: record, part } = found.data
  const member = await call.store.get(memberships, record.person)
  if (member === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'transfer.view', subject: record._id, union: call.input.union })
  const { facts, objection } = openTransferSecrets(record, call)
  const { name, maskedNumber, mobile } = rosterOf(member, call)
  const { memberNumber, since, unitName } = member
  return succeed({
    ...transferView(record, call),
    acts: part,
    member: { person: record.person, name, maskedNumber, mobile, memberNumber, since, unitName },
    facts,
    ...(objection === undefined ? {} : { objection }),
    offered: record.offered,
  })
})
