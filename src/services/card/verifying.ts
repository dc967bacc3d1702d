import Taro from '@tarojs/taro'
import { card as contract, VerifyAttempt, type CardVerdict } from '../../../shared/contract/card'
import { toBase64url } from '../../../shared/core/base64url'
import type { HandedCode } from '../../../shared/core/ids'
import { ask, exchange } from '../api'
import { randomBytes } from '../random'
import { askedOf, isStale, IssuerKnowledge, type Issuer } from './issuer-cache'

const storageKey = 'card-issuer'

const issuer: Issuer = {
  issuerKeys: () => ask(contract, 'issuerKeys', {}),
  revocations: (day, cursor) => ask(contract, 'revocations', { day, ...(cursor === undefined ? {} : { cursor }) }),
}

/** What this phone knows of the issuer, from the last time there was a network. */
export function keptKnowledge(): IssuerKnowledge | undefined {
  const kept = IssuerKnowledge.safeParse(Taro.getStorageSync(storageKey))
  return kept.success ? kept.data : undefined
}

/** Asks where it is time to; what is there stays where there is no answer. */
export async function freshKnowledge(): Promise<IssuerKnowledge | undefined> {
  const kept = keptKnowledge()
  if (!isStale(kept, Date.now())) return kept
  const fresh = await askedOf(issuer, Date.now)
  if (fresh === undefined) return kept
  Taro.setStorageSync(storageKey, fresh)
  return fresh
}

/** One number per scan. */
export async function newAttempt(): Promise<VerifyAttempt> {
  return VerifyAttempt.parse(toBase64url(await randomBytes(16)))
}

export interface Scan {
  readonly shown: string
  readonly attempt: VerifyAttempt
  readonly service?: HandedCode
}

const [tries, pauseMs] = [3, 1_500]

/** 联网核验: a lost answer is asked for again under the same attempt, so that the card is not “used” by its own first try. */
export async function askIssuer(scan: Scan): Promise<CardVerdict | undefined> {
  for (let left = tries; left > 0; left--) {
    const answer = await exchange(contract, 'verify', scan)
    if (answer.ok) return answer.data
    if (answer.problem.kind === 'refused') return undefined
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return undefined
}
