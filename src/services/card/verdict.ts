import { ed25519 } from '@noble/curves/ed25519.js'
import type { CardStatus } from '../../../shared/card/credential'
import { dayOfSeconds } from '../../../shared/card/days'
import type { Verify } from '../../../shared/core/ed25519'
import { isListed } from '../../../shared/card/revocation-list'
import { verifyOffline, type IssuerKey } from '../../../shared/card/verify'
import type { CardVerdict } from '../../../shared/contract/card'
import { fromBase64url } from '../../../shared/core/base64url'
import type { IsoTime } from '../../../shared/core/time'
import { listOf, type IssuerKnowledge } from './issuer-cache'

/** 核验结果 as the verifier shows it, and who says so. */
export type Verdict =
  | {
      readonly kind: 'valid'
      readonly name: string
      readonly union: string
      readonly status: CardStatus
      readonly by: 'issuer' | 'phone'
      /** Of the list that a phone without a network judged by; undefined where it had none for the card’s day. */
      readonly listAsOf?: IsoTime
    }
  | { readonly kind: Exclude<CardVerdict['kind'], 'valid'> }
  /** This phone knows no issuer, or not this one: nothing can be said without a network. */
  | { readonly kind: 'unknown-issuer' }

/** 离线核验: what can be said at once. `accepted` are the codes that this phone took already. */
export function verdictHere(
  text: string,
  known: IssuerKnowledge | undefined,
  { seconds, accepted }: { readonly seconds: number; readonly accepted: (text: string) => boolean },
): Verdict {
  if (accepted(text)) return { kind: 'used' }
  const issuers = (known?.keys ?? []).flatMap(issuerKey)
  const verdict = verifyOffline(text, { issuers, now: seconds, verify: verifyWithNoble })
  switch (verdict.kind) {
    case 'genuine': {
      // Around midnight a card of the day before, or of the next, is on no list of today.
      const list = known === undefined ? undefined : listOf(dayOfSeconds(verdict.from), known)
      const references = (list?.references ?? []).map((page) => fromBase64url(page) ?? new Uint8Array())
      if (references.some((page) => isListed(page, verdict.reference))) return { kind: 'revoked' }
      const { name, union, status } = verdict
      return { kind: 'valid', name, union, status, by: 'phone', ...(list === undefined ? {} : { listAsOf: list.asOf }) }
    }
    case 'forged':
      return verdict.because === 'issuer' ? { kind: 'unknown-issuer' } : { kind: 'forged' }
    case 'not-a-card':
    case 'expired':
    case 'stale':
      return { kind: verdict.kind }
  }
}

/** Whether the issuer is asked besides. What is no card stays on this phone, whatever it was; what this phone took already it does not take again. */
export function isWorthAsking(here: Verdict): boolean {
  return here.kind !== 'not-a-card' && here.kind !== 'used'
}

/** 联网的算数: the issuer’s answer, where there is one. */
export function verdictOf(here: Verdict, answer: CardVerdict | undefined): Verdict {
  if (answer === undefined) return here
  if (answer.kind !== 'valid') return { kind: answer.kind }
  const { name, union, status } = answer
  return { kind: 'valid', name, union, status, by: 'issuer' }
}

function issuerKey({ kid, publicKey, until }: IssuerKnowledge['keys'][number]): readonly IssuerKey[] {
  const [id, key] = [fromBase64url(kid), fromBase64url(publicKey)]
  return id === undefined || key === undefined ? [] : [{ kid: id, publicKey: key, until: Date.parse(until) / 1000 }]
}

/** It throws for what is no point of the curve. */
export const verifyWithNoble: Verify = (signature, message, publicKey) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
