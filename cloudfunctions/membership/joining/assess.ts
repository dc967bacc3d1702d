import type { RegionId, UnionId } from '../../../shared/core/ids'
import { nearestCommonUpper } from '../../../shared/membership/reviewer'
import { routeIn } from '../../../shared/membership/routing'
import { explain, type Explanation } from '../../../shared/membership/routing-reasons'
import { gatherSlice } from '../../../shared/membership/routing-slice'
import type { RoutingResult } from '../../../shared/membership/routing-types'
import { toWorker, type Standing } from '../../../shared/membership/to-worker'
import { resolvePolicy, type Policy } from '../../../shared/policy/resolve'
import { regions, unions, units, type UnionRecord } from '../../_kernel/records/registry'
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
  /** Who decides an objection or a case that the rules leave to people. */
  readonly reviewer?: UnionLabel
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
  const policy = resolvePolicy(known.place, call.today)
  const worker = toWorker(known.situation, applicant)
  const index = await gatherSlice(worker, {
    region: (id) => store.get(regions, id),
    unit: async (id) => known.unitRecords.get(id) ?? store.get(units, id),
    union: (id) => store.get(unions, id),
  })
  const result = routeIn(index, worker, policy.values)
  const offered = [...(result.primary === null ? [] : [result.primary]), ...result.alternatives]
  const records = await Promise.all(offered.map((id) => store.get(unions, id)))
  const labels = new Map(
    records.flatMap((record) =>
      record === undefined ? [] : [[record._id, { union: record._id, name: record.name }] as const],
    ),
  )
  const primary = result.primary === null ? undefined : labels.get(result.primary)
  const reviewer = await reviewerOf(records, known.place, call)

  return {
    result,
    policy,
    explanation: explain(result, worker, {
      unit: (id) => known.unitRecords.get(id)?.name ?? index.unit(id)?.name ?? '',
      union: (id) => labels.get(id)?.name ?? index.union(id)?.name ?? '',
    }),
    ...(primary === undefined ? {} : { primary }),
    alternatives: result.alternatives.flatMap((id) => labels.get(id) ?? []),
    ...(reviewer === undefined ? {} : { reviewer }),
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

async function reviewerOf(
  offered: readonly (UnionRecord | undefined)[],
  place: readonly RegionId[],
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<UnionLabel | undefined> {
  const common = nearestCommonUpper(offered.flatMap((record) => (record === undefined ? [] : [record.line])))
  const upper = common === undefined ? await generalUnionOf(place, store) : await store.get(unions, common)
  return upper === undefined ? undefined : { union: upper._id, name: upper.name }
}

/** Where nothing is offered, the nearest 总工会 of the place decides: street, park, district, city. */
async function generalUnionOf(
  place: readonly RegionId[],
  store: Call<unknown>['store'],
): Promise<UnionRecord | undefined> {
  const generalTypes = ['township_general', 'devzone_union', 'district_general', 'city_general'] as const
  for (const region of place) {
    const found = await Promise.all(
      generalTypes.map((type) => store.find(unions, { index: 'byRegion', equals: { region, type }, limit: 1 })),
    )
    const general = found.flatMap((page) => page.documents).find((union) => union.status === 'active')
    if (general !== undefined) return general
  }
  return undefined
}

/** Which region’s letter and consent form apply: the one of the union that handles the application. */
export async function policyOfUnion(union: UnionRecord, call: Pick<Call<unknown>, 'store' | 'today'>): Promise<Policy> {
  const region = await call.store.get(regions, union.region)
  return resolvePolicy(region?.path ?? [union.region], call.today)
}
