import { review } from '../../shared/contract/review'
import { serve } from '../_kernel/serve'
import { announceReview } from './announce-review'
import { announcedReview, reviews } from './reviews'

/** 会员评家. */
export const reviewFunction = serve(review, {
  announceReview,
  reviews,
  announcedReview,
})
