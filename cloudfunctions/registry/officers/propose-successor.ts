import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { parseMobile } from '../../../shared/identity/mobile'
import { auditing } from '../../_kernel/audit'
import { officers, type GrantSecrets } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import { implement } from '../../_kernel/serve'
import { ownOffice } from './own-office'

/** 移交: a proposal and no more; the office itself goes out from above (`grantOffice` with `replaces`), and the old one ends when that is taken. */
export const proposeSuccessor = implement(registry.procedures.proposeSuccessor, async (call) => {
  const { union, name } = call.input
  const mobile = parseMobile(call.input.mobile)
  if (!mobile.ok) return refuse('MOBILE_INVALID', { field: 'mobile' })
  const mine = await ownOffice(call.store, union, call)
  if (mine === undefined) return refuse('OFFICER_UNKNOWN')
  const place = { collection: officers.name, id: mine._id, field: 'successor' }
  const successor = sealJson<GrantSecrets>(call.sealer, place, { name, mobile: mobile.normalised })
  const audit = auditing(call, { action: 'office.successor', subject: mine._id, union })
  return call.act(async (tx) => {
    const own = await ownOffice(tx, union, call)
    if (own === undefined) return refuse('OFFICER_UNKNOWN')
    await tx.put(officers, { ...own, successor })
    await audit(tx)
    return succeed({})
  })
})
