import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { castId, readCast } from '../../../shared/review/cast'
import type { Envelope } from '../../../shared/review/envelope'
import { casts, type CastRecord } from '../records/casts'
import type { Runtime } from '../runtime'

export interface CastStretch {
  readonly casts: readonly { readonly id: string; readonly bytes: Uint8Array }[]
  /** Absent at the end. */
  readonly cursor?: string
}

/**
 * 票箱里的一段: in the order of their random ids. What does not lie under its own id was not put there by the ballot function, and is no cast; so that of one
 * token there is one.
 */
export async function castStretch(
  review: string,
  envelope: Envelope,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
  { ballots }: Pick<Runtime, 'ballots'>,
): Promise<CastStretch> {
  const page = await ballots.find(casts, {
    index: 'byReview',
    equals: { review, envelope },
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const digest = fromBase64url(review)
  if (digest === undefined) throw new Error('the digest of a review is not in base64url')
  const kept = page.documents.flatMap((record) => asKept(record, envelope, digest) ?? [])
  return { casts: kept, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) }
}

function asKept({ _id: id, cast }: CastRecord, envelope: Envelope, review: Uint8Array) {
  const bytes = fromBase64url(cast)
  const read = bytes && readCast(envelope, bytes)
  if (bytes === undefined || read === undefined) return undefined
  return toBase64url(castId(envelope, review, read.token)) === id ? { id, bytes } : undefined
}
