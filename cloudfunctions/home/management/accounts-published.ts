import type { UnionId } from '../../../shared/core/ids'
import { chinaDay, isoTime, type IsoDate } from '../../../shared/core/time'
import { publications } from '../../_kernel/records/publications'
import type { Store } from '../../_kernel/store/port'

/** From the first day on, until before the last. */
export interface Period {
  readonly from: IsoDate
  readonly until?: IsoDate
}

/** 经费收支向会员公开: the last day of a period on which it was, however much else was published since; a year’s duty and the standard both ask here. */
export async function accountsPublishedOn(
  union: UnionId,
  { from, until }: Period,
  store: Pick<Store, 'find'>,
): Promise<IsoDate | undefined> {
  const page = await store.find(publications, {
    index: 'byKind',
    equals: { union, state: 'published', kind: 'accounts' },
    from: beginOf(from),
    ...(until === undefined ? {} : { until: beginOf(until) }),
    order: 'descending',
    limit: 1,
  })
  const [last] = page.documents
  return last === undefined ? undefined : chinaDay(last.publishedAt)
}

const beginOf = (day: IsoDate) => isoTime(Date.parse(`${day}T00:00:00+08:00`))
