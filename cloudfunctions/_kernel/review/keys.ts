import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import type { ReviewId } from '../../../shared/core/ids'
import { reviewKeys, SigningSecrets, type ReviewKeysRecord } from '../records/reviews'
import type { Runtime } from '../runtime'
import { openJson, sealJson } from '../secrets'
import type { Transaction } from '../store/port'
import { newSigningKey } from './blind-signer'
import { newTallyKey, type TallyKey } from './opening'

type Making = Pick<Runtime, 'sealer' | 'random' | 'now'>

interface SigningPair {
  readonly ballot: { readonly secret: Uint8Array; readonly publicKey: Uint8Array }
  readonly remark: { readonly secret: Uint8Array; readonly publicKey: Uint8Array }
}

/** 一套评家密钥: two that sign tokens and one that opens ballots. A second or so of work: `clock` makes them ahead. */
export async function newReviewKeys(runtime: Making): Promise<ReviewKeysRecord> {
  return keySetOf(await newSigningPair(), runtime)
}

export async function newSigningPair(): Promise<SigningPair> {
  const [ballot, remark] = await Promise.all([newSigningKey(), newSigningKey()])
  return { ballot, remark }
}

/** The set under an id of its own, with a tally key of its own. */
export function keySetOf({ ballot, remark }: SigningPair, { sealer, random, now }: Making): ReviewKeysRecord {
  const _id = random.id()
  const tally = newTallyKey()
  const secrets = { ballot: toBase64url(ballot.secret), remark: toBase64url(remark.secret) }
  return {
    _id,
    ballotKey: toBase64url(ballot.publicKey),
    remarkKey: toBase64url(remark.publicKey),
    tallyKey: toBase64url(tally.publicKey),
    signing: sealJson(sealer, placeOf(_id, 'signing'), secrets),
    tally: sealer.seal(placeOf(_id, 'tally'), toBase64url(tally.secret)),
    madeAt: now(),
  }
}

/** So many of the oldest are drawn from: those who announce at the same moment seldom reach for the same set. */
const drawnFrom = 10

/** A set that nobody uses. Where the stock is out, one is made while the caller waits. */
export async function spareKeys(runtime: Making & Pick<Runtime, 'store'>): Promise<ReviewKeysRecord> {
  const spare = { index: 'byUse', equals: { review: undefined }, limit: drawnFrom } as const
  const { documents } = await runtime.store.find(reviewKeys, spare)
  return documents[Number(runtime.random.digits(6)) % documents.length] ?? newReviewKeys(runtime)
}

/** 领用: false where another review took the set meanwhile. */
export async function takeKeys(tx: Transaction, keys: ReviewKeysRecord, review: ReviewId): Promise<boolean> {
  const kept = await tx.get(reviewKeys, keys._id)
  if (kept?.review !== undefined) return false
  await tx.put(reviewKeys, { ...keys, review })
  return true
}

/** 销毁签名密钥: nobody can give out a token of this review any more. */
export async function destroySigning(tx: Transaction, id: string): Promise<void> {
  const kept = await tx.get(reviewKeys, id)
  if (kept?.signing === undefined) return
  const { signing: _, ...left } = kept
  await tx.put(reviewKeys, left)
}

/** PKCS#8 of both signing keys; undefined after the close. */
export function signingSecrets(
  { _id, signing }: ReviewKeysRecord,
  { sealer }: Pick<Runtime, 'sealer'>,
): { readonly ballot: Uint8Array; readonly remark: Uint8Array } | undefined {
  if (signing === undefined) return undefined
  const { ballot, remark } = openJson(sealer, placeOf(_id, 'signing'), SigningSecrets, signing)
  return { ballot: bytesOf(ballot), remark: bytesOf(remark) }
}

/** For the close alone. */
export function tallyKeyOf({ _id, tally, tallyKey }: ReviewKeysRecord, { sealer }: Pick<Runtime, 'sealer'>): TallyKey {
  return { secret: bytesOf(sealer.open(placeOf(_id, 'tally'), tally)), publicKey: bytesOf(tallyKey) }
}

function placeOf(id: string, field: 'signing' | 'tally') {
  return { collection: reviewKeys.name, id, field }
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === undefined) throw new Error('a key of a review is not in base64url')
  return bytes
}
