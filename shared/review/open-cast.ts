import { isSame, joined } from '../core/bytes'
import { isSignedBy, signatureBytes, type Verify } from '../core/ed25519'
import { castId, isTokenSigned, readCast, type IsSigned } from './cast'
import { contentBytes, domain, type Envelope } from './envelope'
import type { Grade } from './kinds'
import { boxInfo, type OpenBox } from './sealed-box'

/** 废票原因: why a cast does not count, in the order in which it is asked. */
export type Rejection =
  | 'not-a-cast'
  | 'token-not-signed'
  | 'does-not-open'
  | 'not-signed-by-token'
  | 'no-content'
  | 'other-review'
  | 'two-contents'

export type OpenedCast<Content> =
  | { readonly counted: true; readonly id: Uint8Array; readonly content: Content }
  | { readonly counted: false; readonly because: Rejection }

/** What opens the casts of one review: its keys, by whatever library computes. */
export interface Opening {
  /** `announcementDigest`. */
  readonly review: Uint8Array
  /** Which ones the announcement offers. */
  readonly grades: readonly Grade[]
  readonly isSigned: IsSigned
  readonly open: OpenBox
  readonly verify: Verify
}

/** 开票: one cast at the close. `read` says what its content is. */
export function openCast<Content extends { readonly review: Uint8Array }>(
  envelope: Envelope,
  bytes: Uint8Array,
  read: (content: Uint8Array) => Content | undefined,
  { review, isSigned, open, verify }: Opening,
): OpenedCast<Content> {
  const cast = readCast(envelope, bytes)
  if (cast === undefined) return rejected('not-a-cast')
  const { token, sealed } = cast
  if (!isTokenSigned(envelope, review, cast, isSigned)) return rejected('token-not-signed')
  const opened = open(sealed, boxInfo(envelope, review, token))
  if (opened?.length !== contentBytes[envelope] + signatureBytes) return rejected('does-not-open')
  const padded = opened.slice(0, contentBytes[envelope])
  const signature = opened.slice(contentBytes[envelope])
  if (!isSignedBy(token, { signature, message: signedContent(envelope, padded) }, verify))
    return rejected('not-signed-by-token')
  const content = read(padded)
  if (content === undefined) return rejected('no-content')
  if (!isSame(content.review, review)) return rejected('other-review')
  return { counted: true, id: castId(envelope, review, token), content }
}

/** What the token’s key signs. */
export function signedContent(envelope: Envelope, padded: Uint8Array): Uint8Array {
  return joined(domain(envelope, 'content'), padded)
}

function rejected(because: Rejection) {
  return { counted: false, because } as const
}
