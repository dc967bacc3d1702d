import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { PolicyRow } from '../../../shared/contract/registry-policies'
import type { RegionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { Adopted } from '../../../shared/policy/adopted'
import { documents } from '../../../shared/policy/documents'
import type { Policy } from '../../../shared/policy/resolve'
import { policyKeys, policySchemas } from '../../../shared/policy/schemas'
import type { PolicyKey } from '../../../shared/policy/values'
import { adoptedFor } from '../../_kernel/policy/adopted-for'
import { policyAt } from '../../_kernel/policy/policy-at'
import { regions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { placeNames } from './place-names'

/** 本地规定, for everybody: what holds here today, and what is adopted to hold later. */
export const policies = implement(registry.procedures.policies, async ({ input, store, today }) => {
  const region = await store.get(regions, input.region)
  if (region === undefined) return refuse('REGION_UNKNOWN')
  const [policy, adopted, names] = await Promise.all([
    policyAt(region.path, today, { store, today }),
    adoptedFor(region.path, { store, today }),
    placeNames(region.path, store),
  ])
  return succeed({ place: region.name, rows: policyKeys.map((key) => rowOf(key, { policy, adopted, names, today })) })
})

interface Known {
  readonly policy: Policy
  readonly adopted: readonly Adopted[]
  readonly names: ReadonlyMap<RegionId, string>
  readonly today: IsoDate
}

function rowOf(key: PolicyKey, { policy, adopted, names, today }: Known): z.input<typeof PolicyRow> {
  const from = policy.provenance.get(key)
  if (from === undefined) throw new Error(`nobody says anything about ${key}`)
  const { region, effectiveFrom, source, clause } = from
  const coming = adopted
    .filter((each) => each.key === key && each.effectiveFrom > today)
    .sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
    .map((each) => ({ value: jsonOf(key, each.value), effectiveFrom: each.effectiveFrom, clause: each.clause }))
  return {
    key,
    value: jsonOf(key, policy.values[key]),
    effectiveFrom,
    place: names.get(region) ?? documents[source].short,
    document: documents[source].title,
    clause,
    coming,
  }
}
