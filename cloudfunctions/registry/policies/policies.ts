import { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { PolicyRow } from '../../../shared/contract/registry-policies'
import type { RegionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { documents } from '../../../shared/policy/documents'
import type { Policy } from '../../../shared/policy/resolve'
import { policyKeys } from '../../../shared/policy/schemas'
import type { PolicyKey } from '../../../shared/policy/values'
import { adoptedFor } from '../../_kernel/policy/adopted-for'
import { policyAt } from '../../_kernel/policy/policy-at'
import { regions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'

/** 本地规定, for everybody: what holds here today, and what will. */
export const policies = implement(registry.procedures.policies, async ({ input, store, today }) => {
  const region = await store.get(regions, input.region)
  if (region === undefined) return refuse('REGION_UNKNOWN')
  const { path } = region
  const ports = { store, today }
  const [now, adopted, names] = await Promise.all([
    policyAt(path, today, ports),
    adoptedFor(path, ports),
    namesOf(path, store),
  ])
  const days = [...new Set(adopted.map(({ effectiveFrom }) => effectiveFrom))].filter((day) => day > today).sort()
  const later = await Promise.all(days.map(async (day) => ({ day, policy: await policyAt(path, day, ports) })))
  return succeed({ place: region.name, rows: policyKeys.map((key) => rowOf(key, now, later, names)) })
})

function rowOf(
  key: PolicyKey,
  now: Policy,
  later: readonly { readonly day: IsoDate; readonly policy: Policy }[],
  names: ReadonlyMap<RegionId, string>,
): z.input<typeof PolicyRow> {
  const { region, effectiveFrom, source, clause } = fromOf(key, now)
  const coming = later.flatMap(({ day, policy }) => {
    const from = fromOf(key, policy)
    return from.effectiveFrom === day ? [{ value: valueOf(key, policy), effectiveFrom: day, clause: from.clause }] : []
  })
  return {
    key,
    value: valueOf(key, now),
    effectiveFrom,
    place: names.get(region) ?? documents[source].short,
    document: documents[source].title,
    clause,
    coming,
  }
}

function fromOf(key: PolicyKey, { provenance }: Policy) {
  const from = provenance.get(key)
  if (from === undefined) throw new Error(`nobody says anything about ${key}`)
  return from
}

/** As it travels. */
export function valueOf(key: PolicyKey, { values }: Policy) {
  return z.json().parse(values[key])
}

async function namesOf(path: readonly RegionId[], store: Reader): Promise<ReadonlyMap<RegionId, string>> {
  const found = await Promise.all(path.map((id) => store.get(regions, id)))
  return new Map(found.flatMap((region) => (region === undefined ? [] : [[region._id, region.name] as const])))
}
