import { z } from 'zod'
import { ascii } from '../core/bytes'

/**
 * 密封的回答 on the wire. A call of a procedure that answers `sealed` carries `answerKey`, the X25519 public key of the asking device; what comes back is
 * `{sealed}`: the key that was used once, then the whole answer (a refusal too) encrypted to the device by HPKE. Both in base64url.
 */
export const AnswerKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const SealedAnswer = z.object({ sealed: z.string() })
export type SealedAnswer = z.infer<typeof SealedAnswer>

/** Bound into the seal: an answer opens as the answer of the procedure it was given by, and of no other. */
export function answerInfo(functionName: string, procedure: string): Uint8Array {
  return ascii(`workers-home answer v1 ${functionName}.${procedure}`)
}
