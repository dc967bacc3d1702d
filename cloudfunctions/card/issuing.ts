import type { CardPhone, IssuedWeek } from '../../shared/contract/card'
import { dayInSeconds, weekFrom } from '../../shared/card/days'
import { statusOf, type CardState } from '../../shared/card/life'
import type { IsoDate } from '../../shared/core/time'
import type { Call } from '../_kernel/serve'
import type { Holder } from './holder'

type Ports = Pick<Call<unknown>, 'issuer' | 'indexer' | 'now' | 'today'>

/** Under which digest a phone is kept. */
export function phoneDigest(phone: CardPhone, { indexer }: Pick<Call<unknown>, 'indexer'>): string {
  return indexer.lockId(`card-phone:${phone}`)
}

/** What tells the phone that its card is still the one it holds; nothing can be made of it. */
export function markOf(serial: string, { indexer }: Pick<Call<unknown>, 'indexer'>): string {
  return indexer.lockId(`card-mark:${serial}`).slice(0, 12)
}

/** The last day of a week that begins today. */
export function lastDay(today: IsoDate): IsoDate {
  return weekFrom(today).at(-1) ?? today
}

/** 发一周的凭证: one for each day, each for the phone’s key of that day. */
export function issued(
  { shown }: Holder,
  { serial, state }: { readonly serial: string; readonly state: Exclude<CardState, 'ended'> },
  keys: readonly string[],
  ports: Ports,
): IssuedWeek {
  const { issuer, now, today } = ports
  const status = statusOf(state)
  const credentials = weekFrom(today).map((day, at) => {
    const holder = Uint8Array.from(Buffer.from(keys[at] ?? '', 'base64url'))
    const credential = { name: shown.maskedName, union: shown.unionName, status, holder, ...dayInSeconds(day) }
    return { day, credential: Buffer.from(issuer.issue(credential, serial, day)).toString('base64url') }
  })
  return { credentials, ...shown, status, mark: markOf(serial, ports), now }
}
