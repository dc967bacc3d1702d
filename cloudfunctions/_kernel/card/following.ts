import { cardAfter } from '../../../shared/card/life'
import type { PersonId } from '../../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { cards, revocations, type CardRecord } from '../records/cards'
import type { MembershipRecord } from '../records/memberships'
import type { Randomness } from '../runtime'
import type { Transaction } from '../store/port'

/** 80 random bits in hex: what the references of a card lead to. */
export function newSerial(random: Pick<Randomness, 'id'>): string {
  return Buffer.from(random.id(), 'base64url').toString('hex').slice(0, 20)
}

/** 卡随会籍走: with a change of the membership, in its transaction, the card is suspended, resumed or ended, and what was issued before is worth nothing. At most three operations. */
export function cardFollowing(ports: { readonly now: IsoTime; readonly random: Randomness }) {
  const serial = newSerial(ports.random)
  return async (tx: Transaction, after: Pick<MembershipRecord, '_id' | 'state' | 'union'>): Promise<void> => {
    const card = await tx.get(cards, after._id)
    if (card === undefined || card.state === 'ended') return
    const state = cardAfter(card.state, after.state)
    if (state === card.state && after.union === card.union) return
    await revoke(tx, card, ports.now)
    const { issuedUntil: _, ...rest } = card
    const follows: CardRecord = { ...rest, state, union: after.union, serial, updatedAt: ports.now }
    await tx.put(cards, follows)
  }
}

/** 作废: the card of this person ends, whatever the membership does. At most three operations. */
export async function endCard(tx: Transaction, person: PersonId, now: IsoTime): Promise<void> {
  const card = await tx.get(cards, person)
  if (card === undefined || card.state === 'ended') return
  await revoke(tx, card, now)
  const ended: CardRecord = { ...card, state: 'ended', updatedAt: now }
  await tx.put(cards, ended)
}

/** 吊销 what this serial was issued for days that are not over: verifiers without a network learn of it with the next list. */
export async function revoke(
  tx: Transaction,
  { serial, issuedUntil }: Pick<CardRecord, 'serial' | 'issuedUntil'>,
  now: IsoTime,
): Promise<void> {
  if (issuedUntil === undefined || issuedUntil < chinaDay(now)) return
  await tx.put(revocations, { _id: serial, until: issuedUntil, at: now })
}
