import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { publications } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { readerOf } from './readers'
import { rowOf } from './views'

/** Of each union, and of all together: the first page has room for few. */
const newest = 3

/** 工会新消息: members ask for it, so that publishing writes nothing per member; what they read, their phone knows. */
export const myNews = implement(registry.procedures.myNews, async (call) => {
  const reader = await readerOf(call)
  if (reader === undefined) return succeed({ rows: [] })
  const perUnion = await Promise.all(reader.union.line.map((union) => newestOf(union, call)))
  const rows = perUnion.flat().sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))
  return succeed({ rows: rows.slice(0, newest) })
})

async function newestOf(id: UnionId, { store }: Pick<Call<unknown>, 'store'>) {
  const [union, page] = await Promise.all([
    store.get(unions, id),
    store.find(publications, {
      index: 'byState',
      equals: { union: id, state: 'published' },
      order: 'descending',
      limit: newest,
    }),
  ])
  return page.documents.map((record) => rowOf(record, union?.name ?? ''))
}
