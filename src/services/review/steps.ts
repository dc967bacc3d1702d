import { ed25519 } from '@noble/curves/ed25519.js'
import { z } from 'zod'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import type { SigningPublic } from '../../../shared/review/blind/signing-key'
import { castId } from '../../../shared/review/cast'
import type { Envelope } from '../../../shared/review/envelope'
import { castWith, takeToken, wantToken, type HeldToken, type WantedToken } from '../../../shared/review/phone'

/** 选票在这部手机上的几步, each kept before anything is sent, so that whatever is cut off can be sent again just as it was. Pure: randomness is handed in. */

/** What the phone knows of a review once it has computed the announcement’s digest itself. */
export interface KnownReview {
  readonly digest: Uint8Array
  readonly keys: Readonly<Record<Envelope, SigningPublic>>
  readonly tallyKey: Uint8Array
}

const bytes = z.string().transform((text, context) => {
  const read = fromBase64url(text)
  if (read !== undefined) return read
  context.addIssue({ code: 'custom' })
  return z.NEVER
})
const whole = z
  .string()
  .regex(/^[0-9a-f]+$/)
  .transform((text) => BigInt(`0x${text}`))
const Token = z.object({ seed: bytes, prefix: bytes, signature: bytes })
const Wanted = z.object({ seed: bytes, prefix: bytes, unblinding: whole, blinded: bytes })
/** 一张选票 or 补充评价: a token; sent and not yet answered; taken by the box. Once it is taken nothing is left on the phone that could prove what it was. */
const Paper = z.discriminatedUnion('at', [
  z.object({ at: z.literal('token'), token: Token }),
  z.object({ at: z.literal('sent'), token: Token, cast: bytes }),
  z.object({ at: z.literal('taken'), id: bytes }),
])
const both = <S extends z.ZodType>(each: S) => z.object({ ballot: each, remark: each })

/** What this phone keeps of one review. */
const Kept = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('wanted'), digest: bytes, wanted: both(Wanted) }),
  z.object({ stage: z.literal('received'), digest: bytes, papers: both(Paper) }),
])
export type Kept = z.output<typeof Kept>
export type Waiting = Extract<Kept, { stage: 'wanted' }>
export type Received = Extract<Kept, { stage: 'received' }>
export type Paper = z.output<typeof Paper>

/** Both requests, from as much randomness as `tokenRandomness` says. Undefined for a key that no honest signer made. */
export function wanting(
  { digest, keys }: Pick<KnownReview, 'digest' | 'keys'>,
  random: Readonly<Record<Envelope, Uint8Array>>,
): Waiting | undefined {
  const ballot = wantToken('ballot', digest, keys.ballot, random.ballot)
  const remark = wantToken('remark', digest, keys.remark, random.remark)
  if (ballot === undefined || remark === undefined) return undefined
  return { stage: 'wanted', digest, wanted: { ballot: asKept(ballot), remark: asKept(remark) } }
}

function asKept({ blinded, wanted }: { readonly blinded: Uint8Array; readonly wanted: WantedToken }) {
  return { ...wanted, blinded }
}

/** What is sent to be signed. */
export function blindedOf({ wanted }: Waiting): Record<Envelope, string> {
  return { ballot: toBase64url(wanted.ballot.blinded), remark: toBase64url(wanted.remark.blinded) }
}

/** Undefined where one of the two answers is no signature of what was asked. */
export function receiving(
  { digest, wanted }: Waiting,
  { keys }: Pick<KnownReview, 'keys'>,
  signed: Readonly<Record<Envelope, string>>,
): Received | undefined {
  const take = (envelope: Envelope) => {
    const blindSignature = fromBase64url(signed[envelope])
    if (blindSignature === undefined) return undefined
    return takeToken(envelope, digest, keys[envelope], { wanted: wanted[envelope], blindSignature })
  }
  const [ballot, remark] = [take('ballot'), take('remark')]
  if (ballot === undefined || remark === undefined) return undefined
  return {
    stage: 'received',
    digest,
    papers: { ballot: { at: 'token', token: ballot }, remark: { at: 'token', token: remark } },
  }
}

/** 封好: signed and sealed once; what was sealed before stays as it is. `ephemeral` is 32 random bytes. */
export function sealing(
  kept: Received,
  envelope: Envelope,
  { tallyKey }: Pick<KnownReview, 'tallyKey'>,
  { content, ephemeral }: { readonly content: Uint8Array; readonly ephemeral: Uint8Array },
): Received {
  const paper = kept.papers[envelope]
  if (paper.at !== 'token') return kept
  const cast = castWith(envelope, kept.digest, paper.token, { content, tallyKey, ephemeral })
  return withPaper(kept, envelope, { at: 'sent', token: paper.token, cast })
}

/** 已收下. */
export function taking(kept: Received, envelope: Envelope): Received {
  const paper = kept.papers[envelope]
  if (paper.at !== 'sent') return kept
  return withPaper(kept, envelope, { at: 'taken', id: idOf(envelope, kept.digest, paper.token) })
}

/** 没有收下, for sure: the token is still good, and the choice is open again. */
export function reopening(kept: Received, envelope: Envelope): Received {
  const paper = kept.papers[envelope]
  return paper.at === 'sent' ? withPaper(kept, envelope, { at: 'token', token: paper.token }) : kept
}

/** Under which the board shows it; undefined where nothing was sent. */
export function idOfPaper({ digest, papers }: Received, envelope: Envelope): Uint8Array | undefined {
  const paper = papers[envelope]
  if (paper.at === 'token') return undefined
  return paper.at === 'taken' ? paper.id : idOf(envelope, digest, paper.token)
}

function idOf(envelope: Envelope, digest: Uint8Array, { seed }: HeldToken): Uint8Array {
  return castId(envelope, digest, ed25519.getPublicKey(seed))
}

function withPaper(kept: Received, envelope: Envelope, paper: Paper): Received {
  return { ...kept, papers: { ...kept.papers, [envelope]: paper } }
}

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept, (_, value: unknown) => {
    if (value instanceof Uint8Array) return toBase64url(value)
    return typeof value === 'bigint' ? value.toString(16) : value
  })
}

/** Undefined where nothing is kept, or something that this app did not write. */
export function readKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined
  try {
    const read = Kept.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
