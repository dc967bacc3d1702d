import { review } from '../../shared/contract/review'
import { serve } from '../_kernel/serve'
import { announceReview } from './announce-review'
import { myReviews } from './receiving/my-reviews'
import { receive } from './receiving/receive'
import { receiveByCode } from './receiving/receive-by-code'
import { announcedReview, reviews } from './reviews'

/** 会员评家. */
export const reviewFunction = serve(review, {
  announceReview,
  reviews,
  announcedReview,
  myReviews,
  receive,
  receiveByCode,
})
