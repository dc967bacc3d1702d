import { unions } from '../../_kernel/records/registry'
import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import type { EventPorts } from './ports'

/** 能不能放到居住地 (R08, E24): the employment has ended too, the region keeps memberships near home, and the person was told and has not moved yet. */
export async function asksHome(
  { kind, employment, union: id }: UnionEventRecord,
  { state }: EventItemRecord,
  ports: Pick<EventPorts, 'store' | 'today'>,
): Promise<boolean> {
  if (kind !== 'dissolved' || employment !== 'ended' || state !== 'told') return false
  const union = await ports.store.get(unions, id)
  return union !== undefined && (await policyOfUnion(union, ports)).values.dissolvedRetain === 'RESIDENCE'
}
