import { ReviewId } from '../../../shared/core/ids'
import { useParams } from '../../services/route'

/** The page’s `review` parameter. */
export function useReview(): ReviewId | undefined {
  const read = ReviewId.safeParse(useParams()['review'])
  return read.success ? read.data : undefined
}
