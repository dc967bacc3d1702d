import type { CandidateElector } from '../../../shared/review/electorate'
import { memberships } from '../../_kernel/records/memberships'
import type { ReviewSampleRecord } from '../../_kernel/records/review-samples'
import type { WalkLevel } from '../../_kernel/records/review-rounds'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'
import { candidateOf } from '../electorate/candidates'
import { nextBelow } from '../../_kernel/unions/walk'

export interface Stretch extends Pick<ReviewSampleRecord, 'among'> {
  readonly candidates: readonly CandidateElector[]
  readonly levels: readonly WalkLevel[]
}

/** 抽查范围的下一段: so many members, or so many unions where they have none; each as they stood in their own union on the cut-off day. */
export async function nextAmong(
  { among: first, levels: from }: ReviewSampleRecord,
  review: Pick<ReviewRecord, '_id' | 'cutoff' | 'form'>,
  most: number,
  { store, indexer }: Pick<Runtime, 'store' | 'indexer'>,
): Promise<Stretch> {
  const candidates: CandidateElector[] = []
  let [among, levels]: [ReviewSampleRecord['among'], Stretch['levels']] = [first, from]
  let met = 0
  for (let looked = 0; among !== undefined && met < most && looked < most; looked++) {
    const { union, cursor }: NonNullable<ReviewSampleRecord['among']> = among
    const page = await store.find(memberships, {
      index: 'byUnion',
      equals: { union, state: 'active' },
      limit: most - met,
      ...(cursor === undefined ? {} : { cursor }),
    })
    met += page.documents.length
    const found = await Promise.all(
      page.documents.map(({ _id }) => candidateOf(_id, { ...review, union }, { store, indexer })),
    )
    candidates.push(...found.filter((each) => each !== undefined))
    if (page.cursor !== undefined) among = { union, cursor: page.cursor }
    else {
      const next = await nextBelow(levels, { store })
      among = next === undefined ? undefined : { union: next.union._id }
      levels = next?.levels ?? []
    }
  }
  return { candidates, levels, ...(among === undefined ? {} : { among }) }
}
