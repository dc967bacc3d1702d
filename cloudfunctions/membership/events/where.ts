import type { RegionId, UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import type { Situation } from '../../../shared/membership/joining'
import { routeIn } from '../../../shared/membership/routing'
import { gatherSlice } from '../../../shared/membership/routing-slice'
import type { RoutingResult, Worker } from '../../../shared/membership/routing-types'
import type { Standing } from '../../../shared/membership/to-worker'
import { policyAt } from '../../_kernel/policy/policy-at'
import type { ApplicationRecord } from '../../_kernel/records/applications'
import type { MembershipRecord } from '../../_kernel/records/memberships'
import { regions, unions } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import type { UnionEventRecord } from '../../_kernel/records/union-events'
import { SealBroken } from '../../_kernel/seal/sealer'
import { secretsOf } from '../applicant'
import { assess } from '../joining/assess'
import { readSituation } from '../joining/situation'
import { situationOf } from '../life/workplace'
import type { EventPorts } from './ports'

type Named = UnionEventRecord['upper']

/** Where a dissolved union’s member or applicant goes; `placed` is false where no rule named a union and the one above has to. */
export interface Destination {
  readonly to: Named
  readonly followUps: readonly string[]
  readonly placed: boolean
}

/** 工会撤销、单位还在: routed again, from what the member told last; where nothing is on record, from the union’s own place. */
export async function whereMemberGoes(
  member: MembershipRecord,
  event: UnionEventRecord,
  ports: EventPorts,
): Promise<Destination> {
  const situation = await readable(() => situationOf(member, ports))
  const standing: Standing = { kind: 'bound', union: event.union, status: 'active' }
  const result = situation === undefined ? undefined : await routed(asItStands(situation), standing, ports)
  return destination(result ?? (await routedByPlace(event, ports)), event, ports)
}

/**
 * 工会撤销、单位也没了 (R08), and whoever was retained there already: at home or with the upper union, as the region says. Nobody’s home is on record: it is the
 * upper union until the member has said where they live.
 */
export async function whereRetained(
  event: UnionEventRecord,
  ports: EventPorts,
  homeRegion?: RegionId,
): Promise<Destination> {
  const worker: Worker = {
    ...(homeRegion === undefined ? {} : { homeRegion }),
    category: 'regular',
    event: 'UNION_DISSOLVED',
    membership: { union: event.union, status: 'active' },
  }
  return destination(await routedAs(worker, await placeOfUnion(event.union, ports), ports), event, ports)
}

/** 在办申请: as if it were sent today. */
export async function whereApplicantGoes(
  application: ApplicationRecord,
  event: UnionEventRecord,
  ports: EventPorts,
): Promise<Destination> {
  const secrets = await readable(() => Promise.resolve(secretsOf(application, ports)))
  const result = secrets === undefined ? undefined : await routed(secrets.answers.situation, { kind: 'none' }, ports)
  return destination(result, event, ports)
}

/** An answer that does not open is none: it must not hold up ten thousand others. */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined
    throw fault
  }
}

/** A secondment keeps a membership where it is (R30); where that is gone, the labour relation at home decides. */
function asItStands(situation: Situation): Situation {
  return situation.work === 'seconded' ? { work: 'unit', unit: situation.home, establishment: 'regular' } : situation
}

async function routed(situation: Situation, standing: Standing, ports: EventPorts): Promise<RoutingResult | undefined> {
  const known = await readSituation(situation, ports.store)
  if (!known.ok) return undefined
  return (await assess(known.data, { age: undefined, retired: false, standing }, ports)).result
}

async function routedByPlace(event: UnionEventRecord, ports: EventPorts): Promise<RoutingResult> {
  const place = await placeOfUnion(event.union, ports)
  const [workRegion] = place
  const worker: Worker = { category: 'flexible', membership: { union: event.union, status: 'active' } }
  return routedAs(workRegion === undefined ? worker : { ...worker, workRegion }, place, ports)
}

async function routedAs(
  worker: Worker,
  place: readonly RegionId[],
  { store, today }: EventPorts,
): Promise<RoutingResult> {
  const index = await gatherSlice(worker, {
    region: (id) => store.get(regions, id),
    unit: (id) => unitNow(id, store),
    union: (id) => store.get(unions, id),
  })
  return routeIn(index, worker, (await policyAt(place, today, { store, today })).values)
}

async function placeOfUnion(id: UnionId, { store }: EventPorts): Promise<readonly RegionId[]> {
  const union = await store.get(unions, id)
  const region = union === undefined ? undefined : await store.get(regions, union.region)
  return region?.path ?? []
}

async function destination(
  result: RoutingResult | undefined,
  { union, upper }: UnionEventRecord,
  { store }: EventPorts,
): Promise<Destination> {
  const target = result === undefined || !names(result) ? null : (result.primary ?? result.alternatives[0] ?? null)
  const record = target === null || target === union ? undefined : await store.get(unions, target)
  return record === undefined
    ? { to: upper, followUps: [], placed: false }
    : { to: { union: record._id, name: record.name }, followUps: result?.followUps ?? [], placed: true }
}

/** Whether the result says where somebody belongs. */
function names({ action }: RoutingResult): boolean {
  switch (action) {
    case 'JOIN':
    case 'TRANSFER':
    case 'RESUME_TRANSFER':
    case 'CHOOSE':
    case 'RETAIN':
    case 'REROUTE':
    case 'KEEP':
      return true
    case 'BLOCK_DUPLICATE':
    case 'MANUAL_REVIEW':
    case 'NEED_INFO':
    case 'REJECT':
      return false
    default:
      return unreachable(action)
  }
}
