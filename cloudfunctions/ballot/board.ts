import { ballot } from '../../shared/contract/ballot'
import { refuse, succeed } from '../../shared/core/outcome'
import { boardPageId, boards } from '../_kernel/records/boards'
import { reviews } from '../_kernel/records/reviews'
import { implement } from '../_kernel/serve'

/** 公示栏, whole and to everybody alike: who looks for one id would tell which is theirs. */
export const board = implement(ballot.procedures.board, async ({ input, store }) => {
  const review = await store.get(reviews, input.review)
  if (review === undefined) return refuse('NOT_FOUND')
  if (review.phase !== 'published') return refuse(review.phase === 'called-off' ? 'NOT_FOUND' : 'REVIEW_NOT_YET')
  const found = await store.get(boards, boardPageId(input))
  if (found === undefined) return refuse('NOT_FOUND')
  const { ids, pages, root } = found
  return succeed({ ids, pages, root })
})
