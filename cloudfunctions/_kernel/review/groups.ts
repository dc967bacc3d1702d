import type { PublicationDue } from '../records/review-results'
import type { UnionRecord } from '../records/registry'
import type { ReviewRecord } from '../records/reviews'

/**
 * 合并公布的范围: the reviews of a round, of one kind, and of those that unions announced by themselves, the same year’s under the same upper union. A union
 * that has none above it stands alone.
 */
export function groupOf(
  { round, year, kind }: Pick<ReviewRecord, 'round' | 'year' | 'kind'>,
  { _id, parent = _id }: Pick<UnionRecord, '_id' | 'parent'>,
): Omit<PublicationDue, 'due'> {
  return round === undefined
    ? { _id: `${year}:${kind}:${parent}`, year, kind, upper: parent }
    : { _id: `${kind}:${round}`, year, kind, round, upper: parent }
}
