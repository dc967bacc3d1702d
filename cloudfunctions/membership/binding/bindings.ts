import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { maskName } from '../../../shared/identity/mask'
import { mayConfirmBinding } from '../../../shared/membership/binding'
import { memberships } from '../../_kernel/records/memberships'
import { bindings as bindingRecords, type BindingRecord } from '../../_kernel/records/persons'
import { officers } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { rosterOf } from '../../_kernel/roster'

const listed = 100

/** 待确认的绑定: the oldest first. */
export const bindings = implement(contract.procedures.bindings, async (call) => {
  const { documents } = await call.store.find(bindingRecords, {
    index: 'byUnion',
    equals: { union: call.input.union, waiting: true },
    limit: listed,
  })
  const rows = await Promise.all(
    documents.filter(({ expiresAt }) => expiresAt > call.now).map((one) => rowOf(one, call)),
  )
  return succeed({ rows: rows.flatMap((row) => row ?? []) })
})

async function rowOf(binding: BindingRecord, call: Pick<Call<unknown>, 'store' | 'sealer' | 'account'>) {
  const officerId = `${binding.union}:${binding.openedBy}`
  const [membership, officer] = await Promise.all([
    call.store.get(memberships, binding.person),
    call.store.get(officers, officerId),
  ])
  if (membership === undefined) return undefined
  const { name, maskedNumber } = rosterOf(membership, call)
  return {
    binding: binding._id,
    name,
    maskedNumber,
    openedAt: binding.openedAt,
    openedBy:
      officer === undefined
        ? ''
        : maskName(call.sealer.open({ collection: 'officers', id: officerId, field: 'name' }, officer.name)),
    mayConfirm: mayConfirmBinding(binding, call.account),
  }
}
