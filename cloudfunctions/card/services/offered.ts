import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { HandedCode, ServiceId, UnionId } from '../../../shared/core/ids'
import { unions } from '../../_kernel/records/registry'
import { services, type ServiceRecord } from '../../_kernel/records/services'
import type { Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'

/** What people read of a service, and by which id it is named. */
export function viewOf({ _id: service, kind, name, gives, where, hours, phone }: ServiceRecord) {
  return { service, kind, name, gives, where, hours, phone }
}

/** The service, if this union offers it; another union’s is not there. */
export async function offeredBy(
  { union, service }: { readonly union: UnionId; readonly service: ServiceId },
  reader: Reader,
): Promise<Outcome<ServiceRecord, 'NOT_FOUND'>> {
  const record = await reader.get(services, service)
  return record?.union === union ? succeed(record) : refuse('NOT_FOUND')
}

/** Undefined for a code that belongs to no service. What a union offered ends with the union, whoever still has the link. */
export async function serviceBehind(
  code: HandedCode,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<ServiceRecord | undefined> {
  const { documents } = await store.find(services, { index: 'byCode', equals: { code }, limit: 1 })
  const [service] = documents
  if (service === undefined) return undefined
  const union = await store.get(unions, service.union)
  return union?.status === 'active' ? service : { ...service, state: 'closed' }
}
