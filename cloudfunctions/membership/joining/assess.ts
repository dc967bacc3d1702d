import type { UnionId } from '../../../shared/core/ids'
import { comesFromOutside } from '../../../shared/membership/routing-standing'
import { routeIn } from '../../../shared/membership/routing'
import { explain, type Explanation } from '../../../shared/membership/routing-reasons'
import { gatherSlice } from '../../../shared/membership/routing-slice'
import type { RoutingResult } from '../../../shared/membership/routing-types'
import { toWorker, type Standing } from '../../../shared/membership/to-worker'
import type { Policy } from '../../../shared/policy/resolve'
import { policyAt } from '../../_kernel/policy/policy-at'
import { unitNow } from '../../_kernel/units'
import { regions, unions } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { KnownSituation } from './situation'

export interface UnionLabel {
  readonly union: UnionId
  readonly name: string
}

/** 分流: the rules’ decision with everything a page, an application and an officer need to know of it. */
export interface Assessment {
  readonly result: RoutingResult
  readonly explanation: Explanation
  readonly policy: Policy
  readonly primary?: UnionLabel
  readonly alternatives: readonly UnionLabel[]
}

export interface Applicant {
  readonly age: number | undefined
  readonly retired: boolean
  readonly standing: Standing
}

/** Reads the handful of documents that this worker’s route depends on and lets the rules decide. */
export async function assess(
  known: KnownSituation,
  applicant: Applicant,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<Assessment> {
  const { store } = call
  const policy = await policyAt(known.place, call.today, call)
  const worker = toWorker(known.situation, applicant)
  const index = await gatherSlice(worker, {
    region: (id) => store.get(regions, id),
    unit: async (id) => known.unitRecords.get(id) ?? unitNow(id, store),
    union: (id) => store.get(unions, id),
  })
  const result = routeIn(index, worker, policy.values)
  const labelOf = async (union: UnionId): Promise<UnionLabel> => ({
    union,
    name: index.union(union)?.name ?? (await store.get(unions, union))?.name ?? '',
  })
  const primary = result.primary === null ? undefined : await labelOf(result.primary)
  const alternatives = await Promise.all(result.alternatives.map(labelOf))
  // The union that is left need not lie near the work, so that the slice may not hold it.
  const left = result.transferFrom === undefined ? undefined : await labelOf(result.transferFrom)
  const labels = new Map(
    [primary, left, ...alternatives].flatMap((one) => (one === undefined ? [] : [[one.union, one.name] as const])),
  )

  return {
    result,
    policy,
    explanation: explain(result, worker, {
      place: known.place,
      unit: (id) => known.unitRecords.get(id)?.name ?? index.unit(id)?.name ?? '',
      union: (id) => labels.get(id) ?? index.union(id)?.name ?? '',
    }),
    ...(primary === undefined ? {} : { primary }),
    alternatives,
  }
}

/** The unions a person may take: where the rules let them join, the primary and the alternatives. */
export function choosable({ result, primary, alternatives }: Assessment): readonly UnionLabel[] {
  switch (result.action) {
    case 'JOIN':
    case 'CHOOSE':
    case 'RESUME_TRANSFER':
      return primary === undefined ? alternatives : [primary, ...alternatives]
    case 'TRANSFER':
      return comesFromOutside(result) && primary !== undefined ? [primary, ...alternatives] : []
    case 'KEEP':
    case 'RETAIN':
    case 'REROUTE':
    case 'BLOCK_DUPLICATE':
    case 'MANUAL_REVIEW':
    case 'NEED_INFO':
    case 'REJECT':
      return []
  }
}
