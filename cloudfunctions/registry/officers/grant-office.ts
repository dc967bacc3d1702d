import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { parseMobile } from '../../../shared/identity/mobile'
import { isTerm, mayAppoint } from '../../../shared/org/appointment'
import { auditing } from '../../_kernel/audit'
import { officeGrants, officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { newGrant } from './grant'
import { appointingAt } from './standpoint'

/** 任命: the office waits for the owner of the phone number, and for nobody else who finds the code. */
export const grantOffice = implement(registry.procedures.grantOffice, async (call) => {
  const { union, role, name, until, replaces } = call.input
  const appointing = await appointingAt(union, call)
  if (appointing?.union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!mayAppoint(appointing.standpoint, role)) return refuse('NOT_ALLOWED')
  if (!isTerm(until, call.today)) return refuse('TERM_INVALID', { field: 'until' })
  if (replaces !== undefined && (await call.store.get(officers, replaces))?.union !== union)
    return refuse('OFFICER_UNKNOWN', { field: 'replaces' })
  const mobile = parseMobile(call.input.mobile)
  if (!mobile.ok) return refuse('MOBILE_INVALID', { field: 'mobile' })

  const { code, record } = newGrant(
    {
      union,
      role,
      name,
      mobile: mobile.normalised,
      until,
      by: call.account,
      ...(replaces === undefined ? {} : { replaces }),
    },
    call.now,
    call,
  )
  const audit = auditing(call, {
    action: 'office.grant',
    subject: record._id,
    union,
    content: { role, until, replaces },
  })
  return call.act(async (tx) => {
    await tx.insert(officeGrants, record)
    await audit(tx)
    return succeed({ code, link: call.handedLink('office', code), expiresAt: record.expiresAt })
  })
})
