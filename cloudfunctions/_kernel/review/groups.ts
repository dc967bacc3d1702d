import type { PublicationDue } from '../records/review-results'
import type { UnionRecord } from '../records/registry'
import { reviewRounds } from '../records/review-rounds'
import type { ReviewRecord } from '../records/reviews'
import type { Reader } from '../store/port'

/**
 * 合并公布的范围: the reviews of a round, of one kind, in the table of the union that announced it; and of those that unions announced by themselves, the same
 * year’s under the same upper union. A union that has none above it stands alone.
 */
export async function groupOf(
  { round, year, kind }: Pick<ReviewRecord, 'round' | 'year' | 'kind'>,
  { _id, parent = _id }: Pick<UnionRecord, '_id' | 'parent'>,
  reader: Reader,
): Promise<Omit<PublicationDue, 'due'>> {
  if (round === undefined) return { _id: `${year}:${kind}:${parent}`, year, kind, upper: parent }
  const announced = await reader.get(reviewRounds, round)
  if (announced === undefined) throw new Error(`the round ${round} is not there`)
  return { _id: `${kind}:${round}`, year, kind, round, upper: announced.union }
}
