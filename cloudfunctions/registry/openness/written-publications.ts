import { registry } from '../../../shared/contract/registry'
import { succeed } from '../../../shared/core/outcome'
import { publications } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { rowOf } from './views'

const pageSize = 20

/** 本会公开的, withdrawn or not. */
export const writtenPublications = implement(registry.procedures.writtenPublications, async (call) => {
  const { union: id, cursor } = call.input
  const [union, page] = await Promise.all([
    call.store.get(unions, id),
    call.store.find(publications, {
      index: 'byUnion',
      equals: { union: id },
      order: 'descending',
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  ])
  return succeed({
    rows: page.documents.map((record) => ({
      ...rowOf(record, union?.name ?? ''),
      withdrawn: record.state === 'withdrawn',
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
