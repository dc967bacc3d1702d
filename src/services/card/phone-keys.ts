import { ed25519 } from '@noble/curves/ed25519.js'
import { daysHeld } from '../../../shared/card/days'
import type { Signer } from '../../../shared/core/ed25519'
import { toBase64url } from '../../../shared/core/base64url'
import { randomBytes } from '../random'

/** 一天一把: the secrets of a week, and what is sent of them. */
export interface WeekOfKeys {
  readonly secrets: readonly Uint8Array[]
  readonly publicKeys: readonly string[]
}

export async function newWeekOfKeys(): Promise<WeekOfKeys> {
  const random = await randomBytes(32 * daysHeld)
  const secrets = Array.from({ length: daysHeld }, (_, day) => random.slice(32 * day, 32 * (day + 1)))
  return { secrets, publicKeys: secrets.map((secret) => toBase64url(ed25519.getPublicKey(secret))) }
}

export function signerOf(secret: Uint8Array): Signer {
  return { sign: (message) => ed25519.sign(message, secret) }
}
