import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { ballot } from '../../shared/contract/ballot'
import { fromBase64url, toBase64url } from '../../shared/core/base64url'
import { refuse, succeed } from '../../shared/core/outcome'
import { castingNow, isSure } from '../../shared/review/casting'
import { arrival, castId, isTokenSigned, readCast } from '../../shared/review/cast'
import { casts, type CastRecord } from '../_kernel/records/casts'
import { reviews } from '../_kernel/records/reviews'
import { implement, type Call } from '../_kernel/serve'
import { tokenVerifiers } from './token-verifiers'

type Casting = z.output<typeof ballot.procedures.cast.input>

/**
 * 投票: one insert under the token’s own id. What is kept already is taken again, and needs no second look; a new one has to be signed by the review’s key. What
 * is answered is whether it lies in the box, and whether that can be said in time.
 */
export const cast = implement(ballot.procedures.cast, async (call) => {
  const { input, store, ballots, now } = call
  const review = await store.get(reviews, input.review)
  if (review === undefined) return refuse('NOT_FOUND')
  const taken = castingNow(review, now)
  if (!taken.ok) return taken
  const digest = fromBase64url(review.digest)
  const bytes = fromBase64url(input.cast)
  const read = bytes && readCast(input.envelope, bytes)
  if (digest === undefined || bytes === undefined || read === undefined) return refuse('CAST_INVALID')

  const _id = toBase64url(castId(input.envelope, digest, read.token, sha256))
  const kept = await ballots.get(casts, _id)
  if (kept !== undefined) return met(kept, bytes, review, call)
  if (taken.data === 'again') return refuse('REVIEW_TOO_LATE')

  const isSigned = (await tokenVerifiers(review, store))[input.envelope]
  if (!isTokenSigned(input.envelope, digest, read, isSigned)) return refuse('CAST_INVALID')
  const { envelope } = input
  const written = await ballots.insert(casts, { _id, review: review.digest, envelope, cast: input.cast })
  // Two sent at once: the other one was first.
  const first = written.ok ? undefined : await ballots.get(casts, _id)
  return first === undefined ? acknowledged(review, call) : met(first, bytes, review, call)
})

function met(kept: CastRecord, bytes: Uint8Array, review: Parameters<typeof isSure>[0], call: Call<Casting>) {
  return arrival(fromBase64url(kept.cast), bytes) === 'same' ? acknowledged(review, call) : refuse('CAST_OTHER')
}

/** 已收下 is said only of what the count cannot miss. */
function acknowledged(review: Parameters<typeof isSure>[0], { clock }: Pick<Call<Casting>, 'clock'>) {
  return isSure(review, clock()) ? succeed({}) : refuse('CAST_UNSURE')
}

/** Node’s takes a tenth of the time of the one that phones use. */
function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
