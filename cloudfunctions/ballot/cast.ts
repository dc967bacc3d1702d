import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { ballot } from '../../shared/contract/ballot'
import { fromBase64url, toBase64url } from '../../shared/core/base64url'
import { refuse, succeed } from '../../shared/core/outcome'
import { castingNow, isSure } from '../../shared/review/casting'
import { arrival, castId, readCast, whatIsSigned } from '../../shared/review/cast'
import { casts } from '../_kernel/records/casts'
import { implement, type Call } from '../_kernel/serve'
import { reviewToCastIn } from './review-to-cast-in'
import { tokenVerifiers } from './token-verifiers'

type Casting = z.output<typeof ballot.procedures.cast.input>

/**
 * 投票: one insert under the token’s own id, of what the review’s key signed; what lies there already is taken again. What is answered is whether it lies in the
 * box, and whether that can be said in time.
 */
export const cast = implement(ballot.procedures.cast, async (call) => {
  const { input, store, ballots, now } = call
  const { envelope } = input
  const review = await reviewToCastIn(input.review, store)
  if (review === undefined) return refuse('NOT_FOUND')
  const taken = castingNow(review, now)
  if (!taken.ok) return taken
  const digest = fromBase64url(review.digest)
  const bytes = fromBase64url(input.cast)
  const read = bytes && readCast(envelope, bytes)
  if (digest === undefined || bytes === undefined || read === undefined) return refuse('CAST_INVALID')
  const isSigned = (await tokenVerifiers(review, store))[envelope]
  const signed = whatIsSigned(envelope, digest, read)
  if (signed === undefined || !(await isSigned(signed, read.signature))) return refuse('CAST_INVALID')

  const _id = toBase64url(castId(envelope, digest, read.token, sha256))
  const dropped = { _id, review: review.digest, envelope, cast: input.cast }
  // Looked at anew: what stood still on its way here must not come into a box that is counted already, or a recount of it would find one ballot more.
  const isInTime = taken.data === 'first' && call.clock() < review.votingUntil
  if (isInTime && (await ballots.insert(casts, dropped)).ok) return acknowledged(review, call)
  const kept = await ballots.get(casts, _id)
  if (kept === undefined) return refuse('REVIEW_TOO_LATE')
  return arrival(fromBase64url(kept.cast), bytes) === 'same' ? acknowledged(review, call) : refuse('CAST_OTHER')
})

/** 已收下 is said only of what the count cannot miss. */
function acknowledged(review: Parameters<typeof isSure>[0], { clock }: Pick<Call<Casting>, 'clock'>) {
  return isSure(review, clock()) ? succeed({}) : refuse('CAST_UNSURE')
}

/** Node’s takes a tenth of the time of the one that phones use. */
function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
