import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { publications as records } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { readsAsMember } from './readers'
import { rowOf } from './views'

const pageSize = 20

/** 会务公开: one list for everybody, a longer one for members. */
export const publications = implement(registry.procedures.publications, async (call) => {
  const { union: id, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const member = await readsAsMember(id, call)
  const published = { union: id, state: 'published' as const }
  const page = await call.store.find(records, {
    ...(member
      ? { index: 'byState', equals: published }
      : { index: 'byAudience', equals: { ...published, audience: 'everybody' as const } }),
    order: 'descending',
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    unionName: union.name,
    member,
    rows: page.documents.map((record) => rowOf(record, union.name)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
