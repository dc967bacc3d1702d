import { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { earliestEffect } from '../../../shared/policy/adopted'
import { keysOwnedBy } from '../../../shared/policy/ownership'
import { policySchemas } from '../../../shared/policy/schemas'
import { auditing } from '../../_kernel/audit'
import { provisions, type ProvisionRecord } from '../../_kernel/records/provisions'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** 提出规定. */
export const proposeProvision = implement(registry.procedures.proposeProvision, async (call) => {
  const { union, key, effectiveFrom, clause } = call.input
  const _id = call.random.id()
  const value = key === 'letter' ? ofItsOwn(call.input.value, _id) : call.input.value
  const owner = await call.store.get(unions, union)
  if (owner?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (!keysOwnedBy(owner.type).includes(key)) return refuse('POLICY_NOT_OWNED', { field: 'key' })
  if (!policySchemas[key].safeParse(value).success) return refuse('POLICY_VALUE_INVALID', { field: 'value' })
  if (effectiveFrom < earliestEffect(call.today)) return refuse('EFFECT_TOO_EARLY', { field: 'effectiveFrom' })
  const { account: proposedBy, now: proposedAt } = call
  const facts = { region: owner.region, union, key, value, effectiveFrom, clause }
  const proposed: ProvisionRecord = { _id, ...facts, state: 'proposed', proposedBy, proposedAt }
  const audit = auditing(call, { action: 'policy.propose', subject: _id, union, content: facts })
  return call.act(async (tx) => {
    await tx.insert(provisions, proposed)
    await audit(tx)
    return succeed({ provision: _id })
  })
})

const Parts = z.record(z.string(), z.json())
/** 新的申请书有自己的版本: an application keeps the version that was agreed to, so no two texts may share one, whoever typed them. */
function ofItsOwn(letter: z.output<ReturnType<typeof z.json>>, provision: string) {
  const parts = Parts.safeParse(letter)
  return parts.success ? { ...parts.data, version: `letter-${provision}` } : letter
}
