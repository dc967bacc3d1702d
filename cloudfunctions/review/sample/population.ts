import type { CandidateElector } from '../../../shared/review/electorate'
import type { ReviewSampleRecord } from '../../_kernel/records/review-samples'
import type { WalkLevel } from '../../_kernel/records/review-rounds'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'
import { candidateOf } from '../electorate/candidates'
import { partAfter, peopleOf } from '../electorate/take-list'
import { nextBelow } from '../../_kernel/unions/walk'

export interface Stretch extends Pick<ReviewSampleRecord, 'among'> {
  readonly candidates: readonly CandidateElector[]
  readonly levels: readonly WalkLevel[]
}

/** Pages looked at in one stretch: most of them are of unions where nobody left or moved. */
const pagesTogether = 200

/**
 * 抽查范围的下一段: so many people of one union after the other, each as they stood in their own union on the cut-off day. Whoever has left it since, or rests, or moved
 * away, was in it then.
 */
export async function nextAmong(
  { among: first, levels: from }: ReviewSampleRecord,
  review: Pick<ReviewRecord, '_id' | 'cutoff' | 'form'>,
  most: number,
  { store, indexer }: Pick<Runtime, 'store' | 'indexer'>,
): Promise<Stretch> {
  const candidates: CandidateElector[] = []
  let [among, levels]: [ReviewSampleRecord['among'], Stretch['levels']] = [first, from]
  let met = 0
  for (let looked = 0; among !== undefined && met < most && looked < pagesTogether; looked++) {
    const { union, part, cursor }: NonNullable<ReviewSampleRecord['among']> = among
    const page = await peopleOf({ part, cursor }, { ...review, union }, { store }, most - met)
    met += page.people.length
    const found = await Promise.all(page.people.map((id) => candidateOf(id, { ...review, union }, { store, indexer })))
    candidates.push(...found.filter((each) => each !== undefined))
    if (page.cursor !== undefined) among = { union, part, cursor: page.cursor }
    else if (part !== 'whole') among = { union, part: partAfter(part) }
    else {
      const next = await nextBelow(levels, { store })
      among = next === undefined ? undefined : { union: next.union._id, part: 'active' }
      levels = next?.levels ?? []
    }
  }
  return { candidates, levels, ...(among === undefined ? {} : { among }) }
}
