import { review } from '../../shared/contract/review'
import { serve } from '../_kernel/serve'
import { announceReview } from './announce-review'
import { callOffReview } from './call-off-review'
import { electorCounts } from './electorate/elector-counts'
import { electorList } from './electorate/elector-list'
import { listObjection } from './objections/list-objection'
import { objectToList } from './objections/object-to-list'
import { settleListObjection } from './objections/settle-list-objection'
import { electorsToTick } from './paper/electors-to-tick'
import { enterPaperCount } from './paper/enter-paper-count'
import { paperReviews } from './paper/paper-reviews'
import { paperStanding } from './paper/paper-standing'
import { tickForPaper } from './paper/tick-for-paper'
import { myReviewResult, reviewResult } from './results/review-result'
import { reviewRemarks } from './results/review-remarks'
import { reviewsBelow } from './results/reviews-below'
import { myReviews } from './receiving/my-reviews'
import { receive } from './receiving/receive'
import { receiveByCode } from './receiving/receive-by-code'
import { announcedReview, reviews } from './reviews'

/** 会员评家. */
export const reviewFunction = serve(review, {
  announceReview,
  reviews,
  announcedReview,
  callOffReview,
  electorList,
  electorCounts,
  objectToList,
  listObjection,
  settleListObjection,
  paperReviews,
  electorsToTick,
  tickForPaper,
  paperStanding,
  enterPaperCount,
  reviewResult,
  myReviewResult,
  reviewRemarks,
  reviewsBelow,
  myReviews,
  receive,
  receiveByCode,
})
