import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import type { IsoTime } from '../../../shared/core/time'
import type { Envelope } from '../../../shared/review/envelope'
import { reviewKeys, type ReviewRecord } from '../../_kernel/records/reviews'
import { blindSigner, type BlindSigner } from '../../_kernel/review/blind-signer'
import { signingSecrets } from '../../_kernel/review/keys'
import type { Runtime } from '../../_kernel/runtime'

export type Both = Readonly<Record<Envelope, string>>

interface Signers extends Readonly<Record<Envelope, BlindSigner>> {
  readonly until: IsoTime
}

/** As many reviews as a city has open at once; the oldest goes first. */
const most = 200
/** Unsealing and parsing a key costs more than signing with it: once in a process, and forgotten when voting is over. */
const parsed = new Map<string, Signers>()

type Ports = Pick<Runtime, 'store' | 'sealer'> & { readonly now: IsoTime }

/** 盲签 of both tokens, in base64url. Undefined for what is no blinded message, and after the close, when there is no key any more. */
export async function signedBlind(
  review: Pick<ReviewRecord, 'keys' | 'votingUntil'>,
  blinded: Both,
  ports: Ports,
): Promise<Both | undefined> {
  const signers = await signersOf(review, ports)
  if (signers === undefined) return undefined
  const [ballot, remark] = await Promise.all([
    signed(signers.ballot, blinded.ballot),
    signed(signers.remark, blinded.remark),
  ])
  return ballot === undefined || remark === undefined ? undefined : { ballot, remark }
}

async function signed(signer: BlindSigner, blinded: string): Promise<string | undefined> {
  const bytes = fromBase64url(blinded)
  const signature = bytes && (await signer.sign(bytes))
  return signature && toBase64url(signature)
}

async function signersOf(
  { keys, votingUntil }: Pick<ReviewRecord, 'keys' | 'votingUntil'>,
  { store, sealer, now }: Ports,
): Promise<Signers | undefined> {
  for (const [id, { until }] of parsed) if (until <= now) parsed.delete(id)
  const known = parsed.get(keys)
  if (known !== undefined) return known
  const found = await store.get(reviewKeys, keys)
  const secrets = found && signingSecrets(found, { sealer })
  if (secrets === undefined) return undefined
  const made = { ballot: blindSigner(secrets.ballot), remark: blindSigner(secrets.remark), until: votingUntil }
  const [oldest] = parsed.keys()
  if (parsed.size >= most && oldest !== undefined) parsed.delete(oldest)
  parsed.set(keys, made)
  return made
}
