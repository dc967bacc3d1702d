import type { MyCard } from './my-card'

/** The two answers of one clock differ by how long each was on its way. */
const sameClockMs = 2_000

/** 同一张卡: where the issuer said nothing new, what is on the screen stays, so that the code does not jump when the answer comes. */
export function asBefore(before: MyCard | undefined, next: MyCard): MyCard {
  if (before?.kind !== 'here' || next.kind !== 'here') return next
  const isSameWeek = before.card.mark === next.card.mark && before.card.renewedAt === next.card.renewedAt
  const isSameClock = Math.abs(before.wallet.aheadMs - next.wallet.aheadMs) < sameClockMs
  return isSameWeek && isSameClock ? { ...next, card: before.card, wallet: before.wallet } : next
}
