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
import { announceSample } from './sample/announce-sample'
import { enterSampleValue } from './sample/enter-value'
import { sampleFile, sampleStanding } from './sample/sample-standing'
import { cancelSurveyCodes } from './survey/cancel-codes'
import { makeSurveyCodes } from './survey/make-codes'
import { surveyCodeCounts } from './survey/code-counts'
import { announcedReview, reviews } from './reviews'
import { announceRound } from './rounds/announce-round'
import { reviewRounds } from './rounds/review-rounds'
import { roundReviews } from './rounds/round-reviews'
import { askExport, confirmExport, exportStanding } from './scrutiny/asking'
import { exportCasts, exportHead } from './scrutiny/exported'
import { reviewProtocol } from './scrutiny/review-protocol'

/** 会员评家. */
export const reviewFunction = serve(review, {
  announceReview,
  reviews,
  announcedReview,
  announceRound,
  reviewRounds,
  roundReviews,
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
  makeSurveyCodes,
  cancelSurveyCodes,
  surveyCodeCounts,
  announceSample,
  sampleStanding,
  enterSampleValue,
  sampleFile,
  exportStanding,
  askExport,
  confirmExport,
  exportHead,
  exportCasts,
  reviewProtocol,
})
