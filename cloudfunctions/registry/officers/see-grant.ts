import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { maskMobile, maskName } from '../../../shared/identity/mask'
import { officeGrants, unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { grantId, secretsOf } from './grant'

/** 看任职码. */
export const seeGrant = implement(registry.procedures.seeGrant, async (call) => {
  const grant = await call.store.get(officeGrants, grantId(call.input.code, call))
  if (grant === undefined || grant.expiresAt <= call.now) return refuse('GRANT_GONE')
  const union = await call.store.get(unions, grant.union)
  if (union === undefined) return refuse('GRANT_GONE')
  const { name, mobile } = secretsOf(grant, call)
  return succeed({
    unionName: union.name,
    role: grant.role,
    maskedName: maskName(name),
    maskedMobile: maskMobile(mobile),
    until: grant.until,
  })
})
