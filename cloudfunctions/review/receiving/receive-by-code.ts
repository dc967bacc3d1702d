import { review as contract } from '../../../shared/contract/review'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isSameRequest, receivingNow } from '../../../shared/review/receiving'
import { codeDigest, readCode } from '../../../shared/review/survey-code'
import { reviews } from '../../_kernel/records/reviews'
import { surveyCodes, type SurveyCodeRecord } from '../../_kernel/records/survey-codes'
import { implement } from '../../_kernel/serve'
import { signedBlind, type Both } from './signers'

/** 凭调查码领取, for whoever holds the slip: 80 random bits need no limit of tries. */
export const receiveByCode = implement(contract.procedures.receiveByCode, async (call) => {
  const { input, store, now } = call
  const review = await store.get(reviews, input.review)
  const digest = review && fromBase64url(review.digest)
  if (review?.kind !== 'staff' || digest === undefined) return refuse('NOT_FOUND')
  const open = receivingNow(review, now)
  if (!open.ok) return open
  const code = readCode(input.code)
  if (code === undefined) return refuse('SURVEY_CODE_UNKNOWN', { field: 'code' })
  const _id = toBase64url(codeDigest(digest, code))
  const before = answered(await store.get(surveyCodes, _id), input.blinded)
  if (before !== undefined) return before
  const signed = await signedBlind(review, input.blinded, call)
  if (signed === undefined) return refuse('TOKEN_NOT_SIGNED')
  return store.transact(async (tx) => {
    const [current, slip] = [await tx.get(reviews, input.review), await tx.get(surveyCodes, _id)]
    const still = current === undefined ? refuse('NOT_FOUND') : receivingNow(current, now)
    if (!still.ok) return still
    const meanwhile = answered(slip, input.blinded)
    if (meanwhile !== undefined) return meanwhile
    await tx.put(surveyCodes, { _id, review: review._id, state: 'used', blinded: input.blinded, signed })
    return succeed(signed)
  })
})

/** Undefined where a token is still to be given out. A slip that was counted as unused and cancelled is none any more. */
function answered(slip: SurveyCodeRecord | undefined, asked: Both) {
  if (slip === undefined || slip.state === 'cancelled' || slip.state === 'lapsed')
    return refuse('SURVEY_CODE_UNKNOWN', { field: 'code' })
  const { blinded, signed } = slip
  if (blinded === undefined || signed === undefined) return undefined
  return isSameRequest(blinded, asked) ? succeed(signed) : refuse('SURVEY_CODE_USED', { field: 'code' })
}
