import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import { implement, type Call } from '../../_kernel/serve'
import { namedOf } from '../life/held'

const pageSize = 50

/** 委托给本会管理的会员: they are counted, and vote, where their membership is. */
export const entrustedHere = implement(contract.procedures.entrustedHere, async (call) => {
  const { union, cursor } = call.input
  await auditView(call, { action: 'entrusted.view', subject: union, union })
  const page = await call.store.find(memberships, {
    index: 'byEntrusted',
    equals: { entrustedTo: union },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const rows = await Promise.all(page.documents.map((member) => rowOf(member, call)))
  return succeed({ rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})

async function rowOf(member: MembershipRecord, call: Pick<Call<unknown>, 'store' | 'sealer'>) {
  const { entrusted } = member
  const [union, payer] = await Promise.all([
    call.store.get(unions, member.union),
    entrusted === undefined ? undefined : unitNow(entrusted.payingUnit, call.store),
  ])
  const { person, name, mobile, unitName } = namedOf(member, call)
  return {
    person,
    name,
    mobile,
    unitName,
    unionName: union?.name ?? '',
    payingUnit: payer?.name ?? '',
    since: entrusted?.since ?? member.since,
  }
}
