import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { newestFirst } from '../../../shared/home/management/standing'
import { managementRecords, versionOf } from '../../_kernel/records/management'
import { implement } from '../../_kernel/serve'

/** Of each kind, so many on a page. */
export const mostOnAPage = 20

/** 看一条. */
export const managementRecord = implement(home.procedures.managementRecord, async ({ store, input }) => {
  const kept = await store.get(managementRecords, input.id)
  return kept?.union === input.union ? succeed({ facts: kept.facts, version: versionOf(kept) }) : refuse('NOT_FOUND')
})

/** 一种的全部, 一页一页. */
export const managementOfKind = implement(home.procedures.managementOfKind, async ({ store, input }) => {
  const { union, kind, cursor } = input
  const page = await store.find(managementRecords, {
    index: 'byUnion',
    equals: { union, kind },
    order: 'descending',
    limit: mostOnAPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    rows: [...page.documents].sort(newestFirst).map(({ _id: id, facts }) => ({ id, facts })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})
