import { dayOfSeconds } from '../../../shared/card/days'
import { nonceBytes, present } from '../../../shared/card/presentation'
import { fromBase64url } from '../../../shared/core/base64url'
import { randomBytes } from '../random'
import { signerOf } from './phone-keys'
import type { HeldCard } from './my-card'

/** 每 30 秒换一次: a code is good for 60 s, so that the one on the screen always has half its time left. */
export const secondsShown = 30

/** What the screen shows at this second of the issuer’s clock; undefined where the phone holds nothing for the day. */
export async function shownAt({ days }: HeldCard, seconds: number): Promise<string | undefined> {
  const held = days.find(({ day }) => day === dayOfSeconds(seconds))
  const credential = held === undefined ? undefined : fromBase64url(held.credential)
  const secret = held === undefined ? undefined : fromBase64url(held.secret)
  if (credential === undefined || secret === undefined) return undefined
  return present({ credential, at: seconds, nonce: await randomBytes(nonceBytes) }, signerOf(secret))
}

/** How many days from this one on the phone can do without a network. */
export function daysLeft({ days }: HeldCard, seconds: number): number {
  const today = dayOfSeconds(seconds)
  return days.filter(({ day }) => day >= today).length
}
