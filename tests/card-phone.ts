import { randomBytes } from 'node:crypto'
import { daysHeld, weekFrom } from '../shared/card/days'
import { present } from '../shared/card/presentation'
import { chinaDay, isoTime } from '../shared/core/time'
import { signingKey, type SigningKey } from '../cloudfunctions/_kernel/card/ed25519'
import { granted, type TestSystem } from './system'

/** A phone as the app makes it: an id, and seven key pairs that never leave it. */
export interface CardPhone {
  readonly id: string
  readonly keys: readonly SigningKey[]
  /** What it is asked to send. */
  readonly sent: { readonly phone: string; readonly keys: readonly string[] }
}

export function cardPhone(id = randomBytes(16).toString('base64url')): CardPhone {
  const keys = Array.from({ length: daysHeld }, () => signingKey(randomBytes(32)))
  const sent = { phone: id, keys: keys.map(({ publicKey }) => Buffer.from(publicKey).toString('base64url')) }
  return { id, keys, sent }
}

/** A card that this phone can show on any day of its week. */
export interface Card {
  readonly phone: CardPhone
  readonly credentials: readonly { readonly day: string; readonly credential: string }[]
  /** The code on the screen at this moment; another nonce each time. */
  show(atMs: number, nonce?: Uint8Array): string
}

export async function activated(system: TestSystem, as: string, phone = cardPhone()): Promise<Card> {
  return cardOf(phone, granted(await system.ask(as, 'card', 'activate', phone.sent)).credentials)
}

export function cardOf(phone: CardPhone, credentials: Card['credentials']): Card {
  return {
    phone,
    credentials,
    show(atMs, nonce = randomBytes(8)) {
      const day = chinaDay(isoTime(atMs))
      const index = weekFrom(chinaDayOf(credentials)).indexOf(day)
      const [held, key] = [credentials[index], phone.keys[index]]
      if (held === undefined || key === undefined) throw new Error(`this phone holds no credential for ${day}`)
      const credential = Uint8Array.from(Buffer.from(held.credential, 'base64url'))
      return present({ credential, at: Math.floor(atMs / 1000), nonce: Uint8Array.from(nonce) }, key)
    },
  }
}

function chinaDayOf([first]: Card['credentials']) {
  return chinaDay(isoTime(Date.parse(`${first?.day ?? ''}T12:00:00+08:00`)))
}

/** A number for one scan. */
export const attempt = () => randomBytes(16).toString('base64url')
