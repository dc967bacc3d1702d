import { z } from 'zod'
import type { Answer } from '../problem'
import type { card as contract } from '../../../shared/contract/card'
import { daysAfter } from '../../../shared/core/calendar'
import { chinaDay, isoTime, IsoDate, IsoTime } from '../../../shared/core/time'

/** 核验者知道的: what a verifier needs without a network. All of it is public. */
export const IssuerKnowledge = z.object({
  keys: z.array(z.object({ kid: z.string(), publicKey: z.string(), until: IsoTime })),
  /** 吊销名单 of today and tomorrow, so that a desk that is offline at midnight has one. */
  lists: z.array(z.object({ day: IsoDate, references: z.array(z.string()), asOf: IsoTime })),
  /** How far the issuer’s clock is ahead of this phone’s, in milliseconds. */
  aheadMs: z.number(),
  /** By this phone’s clock, in milliseconds since 1970. */
  askedAt: z.number(),
})
export type IssuerKnowledge = z.infer<typeof IssuerKnowledge>

type Told<P extends 'issuerKeys' | 'revocations'> = z.output<(typeof contract)['procedures'][P]['output']>

/** 发卡方, as a verifier reaches it. */
export interface Issuer {
  issuerKeys(): Promise<Answer<Told<'issuerKeys'>>>
  revocations(day: IsoDate, cursor: string | undefined): Promise<Answer<Told<'revocations'>>>
}

const staleAfterMs = 2 * 60 * 60 * 1000

/** Whether it is time to ask again: after two hours, where today’s list is missing, or where the phone’s clock was set back. */
export function isStale(known: IssuerKnowledge | undefined, nowMs: number): boolean {
  if (known === undefined || nowMs < known.askedAt || nowMs - known.askedAt > staleAfterMs) return true
  return listOf(chinaDay(isoTime(nowMs + known.aheadMs)), known) === undefined
}

export function listOf(day: IsoDate, { lists }: Pick<IssuerKnowledge, 'lists'>) {
  return lists.find((list) => list.day === day)
}

/** 更新: keys and both lists, or nothing: half of a list would let a revoked card pass. */
export async function askedOf(issuer: Issuer, clock: () => number): Promise<IssuerKnowledge | undefined> {
  const asked = clock()
  const told = await issuer.issuerKeys()
  if (!told.ok) return undefined
  const { keys, now } = told.data
  const aheadMs = Date.parse(now) - (asked + clock()) / 2
  const today = chinaDay(now)
  const lists = await Promise.all([today, daysAfter(today, 1)].map((day) => wholeList(day, issuer)))
  const whole = lists.flatMap((list) => (list === undefined ? [] : [list]))
  return whole.length < lists.length ? undefined : { keys, lists: whole, aheadMs, askedAt: asked }
}

async function wholeList(day: IsoDate, issuer: Issuer): Promise<IssuerKnowledge['lists'][number] | undefined> {
  const references: string[] = []
  let asOf: IsoTime | undefined
  for (let cursor: string | undefined; ;) {
    const page = await issuer.revocations(day, cursor)
    if (!page.ok) return undefined
    references.push(page.data.references)
    // What was revoked while the pages were read may be missing: the list is as old as its first page.
    asOf ??= page.data.asOf
    cursor = page.data.cursor
    if (cursor === undefined) return { day, references, asOf }
  }
}
