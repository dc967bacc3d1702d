import { fromBase64url } from '../../shared/core/base64url'
import type { Envelope } from '../../shared/review/envelope'
import { reviewKeys, type ReviewRecord } from '../_kernel/records/reviews'
import { tokenVerifierAside, type IsSignedAside } from '../_kernel/review/opening'
import type { Reader } from '../_kernel/store/port'

type Verifiers = Readonly<Record<Envelope, IsSignedAside>>

/** As many reviews as a city has open at once; the oldest goes first. */
const most = 500
const parsed = new Map<string, Verifiers>()

/** Public keys never change: each is read and parsed once in a process. */
export async function tokenVerifiers({ keys }: Pick<ReviewRecord, 'keys'>, store: Reader): Promise<Verifiers> {
  const known = parsed.get(keys)
  if (known !== undefined) return known
  const found = await store.get(reviewKeys, keys)
  const [ballot, remark] = [fromBase64url(found?.ballotKey ?? ''), fromBase64url(found?.remarkKey ?? '')]
  if (ballot === undefined || remark === undefined) throw new Error('a review has lost its keys')
  const made = { ballot: tokenVerifierAside(ballot), remark: tokenVerifierAside(remark) }
  const [oldest] = parsed.keys()
  if (parsed.size >= most && oldest !== undefined) parsed.delete(oldest)
  parsed.set(keys, made)
  return made
}
