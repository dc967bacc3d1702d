import type { CardStatus } from './credential'
import { readCredential } from './credential'
import { isSound } from './cose'
import { isSame } from '../core/bytes'
import type { Verify } from '../core/ed25519'
import { readPresentation } from './presentation'

/** 发卡公钥: who may sign credentials, and for how long a verifier believes it. */
export interface IssuerKey {
  readonly kid: Uint8Array
  readonly publicKey: Uint8Array
  /** Seconds since 1970: credentials for days after it are none of this key. */
  readonly until: number
}

/** How far the clocks of phone and verifier may be apart, and how long a code lives: one that was photographed is soon none. */
export const toleranceSeconds = 60

export type OfflineVerdict =
  | {
      readonly kind: 'genuine'
      readonly name: string
      readonly union: string
      readonly status: CardStatus
      /** The first second of the day it was issued for: around midnight another one than the verifier’s. */
      readonly from: number
      /** For whoever is online: opened by the issuer only. */
      readonly reference: Uint8Array
      readonly nonce: Uint8Array
      readonly at: number
    }
  | { readonly kind: 'not-a-card' }
  /** Signed by nobody this verifier knows, or not signed by the phone it was issued to, or changed. */
  | { readonly kind: 'forged'; readonly because: 'issuer' | 'credential' | 'holder' }
  /** The day is over, or has not begun. */
  | { readonly kind: 'expired' }
  /** Shown too long ago, or by a phone whose clock is ahead. */
  | { readonly kind: 'stale' }

/** 离线核验: everything that needs no network (CARD.md, Verify). `now` in seconds since 1970. Never throws, whatever was scanned. */
export function verifyOffline(
  text: string,
  { issuers, now, verify }: { readonly issuers: readonly IssuerKey[]; readonly now: number; readonly verify: Verify },
): OfflineVerdict {
  const shown = readPresentation(text)
  const held = shown === undefined ? undefined : readCredential(shown.presentation.credential)
  if (shown === undefined || held === undefined) return { kind: 'not-a-card' }
  const { credential, signed } = held
  const issuer = issuers.find(({ kid }) => isSame(kid, signed.kid))
  if (issuer === undefined || credential.until > issuer.until) return { kind: 'forged', because: 'issuer' }
  if (!isSound(signed, issuer.publicKey, verify)) return { kind: 'forged', because: 'credential' }
  if (!isSound(shown.signed, credential.holder, verify)) return { kind: 'forged', because: 'holder' }
  if (now < credential.from - toleranceSeconds || now >= credential.until + toleranceSeconds) return { kind: 'expired' }
  const { at, nonce } = shown.presentation
  if (Math.abs(now - at) > toleranceSeconds) return { kind: 'stale' }
  const { name, union, status, from, reference } = credential
  return { kind: 'genuine', name, union, status, from, reference, nonce, at }
}
