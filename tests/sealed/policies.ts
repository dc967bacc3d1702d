import { stage } from '../../local/demo/personas'
import { proposedRule, rule } from '../faults/of-policies'
import type { Asking } from './asking'

/** 本地规定 names nobody: who proposed is shown as 我 or somebody else. */
export async function settingRules({ system, call }: Asking): Promise<void> {
  const { as, other, union, provision } = await proposedRule(system)
  await call(other, 'registry', 'policyDesk', { union })
  await call(other, 'registry', 'decideProvision', { union, provision, verdict: { kind: 'adopt' } })
  const mine = await call(as, 'registry', 'proposeProvision', rule(system))
  await call(as, 'registry', 'withdrawProvision', { union, provision: Reflect.get(Object(mine), 'provision') })
  await call(as, 'registry', 'policies', { region: stage.community })
}
