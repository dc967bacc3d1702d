import type { UnionId } from '../../../shared/core/ids'
import { officers } from '../../_kernel/records/registry'
import type { ExportPorts } from './job'

/** 工会负责人: the chair in office, or the deputy where there is none. */
export async function leaderOf(
  union: UnionId,
  { store, sealer, now }: Pick<ExportPorts, 'store' | 'sealer' | 'now'>,
): Promise<{ readonly name: string } | undefined> {
  for (const role of ['chair', 'deputy'] as const) {
    const page = await store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 100 })
    const held = page.documents.find(({ until }) => until === undefined || until > now)
    if (held !== undefined)
      return { name: sealer.open({ collection: officers.name, id: held._id, field: 'name' }, held.name) }
  }
  return undefined
}
