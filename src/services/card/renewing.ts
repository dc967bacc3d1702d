import { card as contract, type IssuedWeek } from '../../../shared/contract/card'
import { daysHeld } from '../../../shared/card/days'
import { toBase64url } from '../../../shared/core/base64url'
import { act, ask } from '../api'
import type { Answer } from '../problem'
import { aheadOf, secondsBy } from './clock'
import { newWeekOfKeys, type WeekOfKeys } from './phone-keys'
import { daysLeft } from './showing'
import type { HeldCard, MyCard, Wallet } from './my-card'
import { keepWallet, openWallet } from './wallet'

/** A week is renewed when a day of it is over; seldom enough to be silent, often enough for a week in a mine. */
const renewBelow = daysHeld

/** What this phone can show at once, whether or not there is a network. */
export async function heldCard(): Promise<MyCard | undefined> {
  const wallet = await openWallet()
  return wallet.card === undefined ? undefined : { kind: 'here', wallet, card: wallet.card }
}

/** 看一眼卡还在不在, and renews it silently where a day has gone by or something changed. */
export async function lookAfterCard(): Promise<MyCard> {
  const wallet = await openWallet()
  const asked = Date.now()
  const mine = await ask(contract, 'myCard', { phone: wallet.phone })
  if (!mine.ok) {
    const { card } = wallet
    return card === undefined
      ? { kind: 'problem', problem: mine.problem }
      : { kind: 'here', wallet, card, problem: mine.problem }
  }
  if (mine.data.kind !== 'card' || !mine.data.here) return handedIn(wallet, mine.data)
  const { now, mark } = mine.data
  const timed = { ...wallet, aheadMs: aheadOf(now, asked) }
  const { card } = timed
  if (card?.mark === mark && daysLeft(card, secondsBy(timed)) >= renewBelow) {
    await keepWallet(timed)
    return { kind: 'here', wallet: timed, card }
  }
  const renewed = await issue('renew', timed)
  if (renewed.ok) return renewed.data
  // The week that is there is shown on; only what the issuer said no to is gone.
  const gone = renewed.problem.kind === 'refused' || card?.mark !== mark
  return gone || card === undefined
    ? { kind: 'problem', problem: renewed.problem }
    : { kind: 'here', wallet: timed, card, problem: renewed.problem }
}

/** 激活: on this phone from now on, and on no other. */
export async function activateCard(): Promise<Answer<MyCard>> {
  const wallet = await openWallet()
  // Should the answer get lost, the issuer knows this phone: it must not take the next try for another one’s, and warn the member of it.
  await keepWallet(wallet)
  return issue('activate', wallet)
}

async function issue(procedure: 'activate' | 'renew', wallet: Wallet): Promise<Answer<MyCard>> {
  const keys = await newWeekOfKeys()
  const asked = Date.now()
  const answer = await act(contract, procedure, { phone: wallet.phone, keys: [...keys.publicKeys] })
  if (!answer.ok) return answer
  const card = cardOf(answer.data, keys)
  const kept = { ...wallet, card, aheadMs: aheadOf(answer.data.now, asked) }
  await keepWallet(kept)
  return { ok: true, data: { kind: 'here', wallet: kept, card } }
}

function cardOf({ credentials, now, ...shown }: IssuedWeek, { secrets }: WeekOfKeys): HeldCard {
  const days = credentials.flatMap(({ day, credential }, at) => {
    const secret = secrets[at]
    return secret === undefined ? [] : [{ day, credential, secret: toBase64url(secret) }]
  })
  return { ...shown, days, renewedAt: Date.parse(now) }
}

type NotHere =
  | { readonly kind: 'no-membership' }
  | { readonly kind: 'inactive' | 'card'; readonly maskedName: string; readonly unionName: string }

/** The card is not on this phone: what it held is worth nothing and goes. */
async function handedIn({ card: _, ...wallet }: Wallet, mine: NotHere): Promise<MyCard> {
  await keepWallet(wallet)
  if (mine.kind === 'no-membership') return mine
  const { maskedName, unionName } = mine
  return { kind: mine.kind === 'card' ? 'elsewhere' : 'inactive', maskedName, unionName }
}
