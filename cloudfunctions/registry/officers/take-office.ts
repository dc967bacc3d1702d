import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { AccountId } from '../../../shared/core/ids'
import { mayAppoint } from '../../../shared/org/appointment'
import { holdsRight } from '../../_kernel/access'
import { auditing } from '../../_kernel/audit'
import { whatComesDown } from '../../_kernel/coming-down'
import { notifying } from '../../_kernel/notify'
import { roleName } from '../../../shared/org/officers'
import { fillsOffice } from '../../_kernel/office'
import { spendQuota } from '../../_kernel/quota'
import { accounts } from '../../_kernel/records/accounts'
import { officeGrants, officers, unions, type OfficeGrantRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { notingChange } from '../../_kernel/unions/changes'
import { grantId, secretsOf } from './grant'
import { appointingAt } from './standpoint'
import { replacing } from './replacing'
import { endOfTerm } from './term'

/** 到任: the phone that WeChat verified has to be the one the officer above named; a code that was passed on is worth nothing. */
export const takeOffice = implement(registry.procedures.takeOffice, async (call) => {
  const spent = await spendQuota('code', call.input.code, call)
  if (!spent.ok) return spent
  const id = grantId(call.input.code, call)
  const seen = await call.store.get(officeGrants, id)
  if (seen === undefined) return refuse('GRANT_GONE')
  if (seen.by !== 'operator' && !(await mayStillAppoint(seen.by, seen, call))) return refuse('GRANT_GONE')
  const { name, mobile } = secretsOf(seen, call)
  const key = `${seen.union}:${call.account}`
  const office = {
    _id: key,
    union: seen.union,
    account: call.account,
    role: seen.role,
    name: call.sealer.seal({ collection: 'officers', id: key, field: 'name' }, name),
    shown: false,
    since: call.now,
    until: endOfTerm(seen.until),
  }
  const told =
    seen.by === 'operator'
      ? undefined
      : notifying(call, { account: seen.by, text: `您开出的任职码已被接受：新任${roleName[seen.role]}已经到任。` })
  const replaced =
    seen.replaces === undefined || seen.replaces === key ? undefined : await replacing(seen.replaces, seen.union, call)
  const union = fillsOffice(seen.role, 'approve') ? await call.store.get(unions, seen.union) : undefined
  const comeDown = union === undefined ? undefined : await whatComesDown(union, call)
  const note = notingChange({ union: seen.union, office: undefined, person: name }, call)
  const audit = auditing(call, {
    action: 'office.take',
    subject: key,
    union: seen.union,
    content: { role: seen.role, until: seen.until },
  })
  return call.act(async (tx) => {
    const grant = await tx.get(officeGrants, id)
    if (grant === undefined || grant.expiresAt <= call.now) return refuse('GRANT_GONE')
    if ((await tx.get(unions, grant.union))?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const account = await tx.get(accounts, call.account)
    const verified =
      account?.mobile === undefined
        ? undefined
        : call.sealer.open({ collection: 'accounts', id: account._id, field: 'mobile' }, account.mobile)
    if (verified !== mobile) return refuse('GRANT_FOR_OTHER_PHONE')
    // A chair who takes a clerk’s code by mistake must not stop being chair.
    const held = await tx.get(officers, key)
    if (held !== undefined && (held.until === undefined || held.until > call.now)) return refuse('OFFICE_HELD')
    await tx.remove(officeGrants, id)
    await tx.put(officers, office)
    await replaced?.(tx)
    await note(tx, { kind: 'officer', act: 'took-office', role: seen.role })
    await comeDown?.(tx)
    await told?.(tx)
    await audit(tx)
    return succeed({ union: grant.union })
  })
})

/** A code is worth what its giver may give on the day it is taken. */
async function mayStillAppoint(
  by: AccountId,
  { union, role }: OfficeGrantRecord,
  call: Pick<Call<unknown>, 'store' | 'now'>,
): Promise<boolean> {
  const record = await call.store.get(unions, union)
  if (record === undefined || !(await holdsRight(call.store, by, record.line, 'officers', call.now))) return false
  const appointing = await appointingAt(union, { store: call.store, account: by, now: call.now })
  return appointing !== undefined && mayAppoint(appointing.standpoint, role)
}
