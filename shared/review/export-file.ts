import { inOrder } from '../core/bytes'
import { toBase64url } from '../core/base64url'
import { announcementDigest, type Announcement } from './announcement'
import { castId, readCast } from './cast'
import { closingDigest, type Closing } from './closing'
import type { Envelope } from './envelope'
import type { Grades } from './kinds'

/** 复核文件 (docs/review-format.md): everything that `npm run review:verify` needs, and nobody’s name. */
export interface Exported {
  readonly announcement: Announcement
  /** SubjectPublicKeyInfo. */
  readonly keys: Readonly<Record<Envelope, Uint8Array>>
  readonly tallySecret: Uint8Array
  readonly casts: Readonly<Record<Envelope, readonly Uint8Array[]>>
  readonly closing: Closing
}

/** Everything but the casts. */
export function fileHead({ announcement, keys, tallySecret, closing }: Omit<Exported, 'casts'>) {
  const { signing, tallyKey, ...plain } = announcement
  const { electors, received, paper, sum, rejected, root, remarkRoot } = closing
  return {
    format: 'workers-home-review-1',
    announcement: { ...plain, signing: bothIn(signing), tallyKey: toBase64url(tallyKey) },
    keys: bothIn(keys),
    tallySecret: toBase64url(tallySecret),
    closing: {
      electors,
      received,
      paper: { ...gradesOf(paper.grades), invalid: paper.invalid },
      sum: gradesOf(sum),
      rejected,
      root: toBase64url(root),
      remarkRoot: toBase64url(remarkRoot),
    },
    digest: toBase64url(closingDigest(announcementDigest(announcement), closing, tallySecret)),
  }
}

/** To be written as JSON. Casts stand in the order of their ids, which are random: no order of arrival is left in the file. */
export function withCasts<Head extends object>(head: Head, review: Uint8Array, casts: Exported['casts']) {
  return {
    ...head,
    ballots: sortedById('ballot', review, casts.ballot),
    remarks: sortedById('remark', review, casts.remark),
  }
}

export function exportFile({ casts, ...known }: Exported) {
  return withCasts(fileHead(known), announcementDigest(known.announcement), casts)
}

function bothIn({ ballot, remark }: Readonly<Record<Envelope, Uint8Array>>) {
  return { ballot: toBase64url(ballot), remark: toBase64url(remark) }
}

function gradesOf({ satisfied, mostly, dissatisfied }: Grades): Grades {
  return { satisfied, mostly, dissatisfied }
}

/** What the ballot function would never have kept (`readCast`) is no cast, and left out. */
function sortedById(envelope: Envelope, review: Uint8Array, casts: readonly Uint8Array[]): readonly string[] {
  return casts
    .flatMap((bytes) => {
      const cast = readCast(envelope, bytes)
      return cast === undefined ? [] : [{ bytes, id: castId(envelope, review, cast.token) }]
    })
    .sort((one, other) => inOrder(one.id, other.id))
    .map(({ bytes }) => toBase64url(bytes))
}
