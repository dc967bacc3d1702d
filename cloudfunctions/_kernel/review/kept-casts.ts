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
  const kept = asKeptIn(review, envelope, page.documents)
  return { casts: kept, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) }
}

/** 票箱里编号以此开头的: all of them, in the store’s order. `prefix` is in base64url; nothing of it means every one. */
export async function castsUnder(
  review: string,
  envelope: Envelope,
  prefix: string,
  { ballots }: Pick<Runtime, 'ballots'>,
): Promise<CastStretch['casts']> {
  // Every letter of base64url sorts before the tilde.
  const bounds = prefix === '' ? {} : { from: prefix, until: `${prefix}~` }
  const found: CastRecord[] = []
  for (let cursor: string | undefined; ;) {
    const page = await ballots.find(casts, {
      index: 'byReview',
      equals: { review, envelope },
      ...bounds,
      limit: 1000,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.documents)
    cursor = page.cursor
    if (cursor === undefined) return asKeptIn(review, envelope, found)
  }
}

function asKeptIn(review: string, envelope: Envelope, records: readonly CastRecord[]): CastStretch['casts'] {
  const digest = fromBase64url(review)
  if (digest === undefined) throw new Error('the digest of a review is not in base64url')
  return records.flatMap((record) => asKept(record, envelope, digest) ?? [])
}

function asKept({ _id: id, cast }: CastRecord, envelope: Envelope, review: Uint8Array) {
  const bytes = fromBase64url(cast)
  const read = bytes && readCast(envelope, bytes)
  if (bytes === undefined || read === undefined) return undefined
  return toBase64url(castId(envelope, review, read.token)) === id ? { id, bytes } : undefined
}
