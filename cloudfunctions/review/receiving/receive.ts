import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { PersonId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { receivingToken } from '../../../shared/review/channel'
import { isSameRequest, receivingNow } from '../../../shared/review/receiving'
import { accounts } from '../../_kernel/records/accounts'
import { electors, reviews, type ElectorRecord } from '../../_kernel/records/reviews'
import { electorOf, withAccount } from '../../_kernel/review/elector-of'
import { implement, type Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { signedBlind, type Both } from './signers'

type Receiving = Call<z.output<typeof contract.procedures.receive.input>>

/**
 * 领取选票凭证: signed blind, once for each elector. It is signed before the transaction; of two phones that ask at once one has its request kept, and the other
 * is told that a token was received. No time of it is kept, no audit entry and no remembered answer: the elector’s own record is the memory.
 */
export const receive = implement(contract.procedures.receive, async (call) => {
  const { input, store, now } = call
  const review = await store.get(reviews, input.review)
  if (review === undefined) return refuse('NOT_FOUND')
  const open = receivingNow(review, now)
  if (!open.ok) return open
  const person = (await store.get(accounts, call.account))?.person
  const elector = await myElector(person, store, call)
  const before = elector === undefined ? refuse('NOT_AN_ELECTOR') : answered(elector, input.blinded)
  if (before !== undefined) return before
  const signed = await signedBlind(review, input.blinded, call)
  if (signed === undefined) return refuse('TOKEN_NOT_SIGNED')
  return store.transact(async (tx) => {
    const [current, latest] = [await tx.get(reviews, input.review), await myElector(person, tx, call)]
    if (current === undefined || latest === undefined) return refuse('NOT_FOUND')
    const still = receivingNow(current, now)
    if (!still.ok) return still
    const meanwhile = answered(latest, input.blinded)
    if (meanwhile !== undefined) return meanwhile
    await tx.put(electors, { ...latest, channel: 'phone', blinded: input.blinded, signed })
    return succeed(signed)
  })
})

async function myElector(
  person: PersonId | undefined,
  reader: Reader,
  { input, account, indexer }: Receiving,
): Promise<ElectorRecord | undefined> {
  const found = person && (await electorOf(input.review, person, reader))
  return found?.standing === 'elector' ? withAccount(found, account, { indexer }) : undefined
}

/** Undefined where a token is still to be given out. */
function answered(elector: ElectorRecord, asked: Both) {
  const { blinded, signed } = elector
  if (blinded !== undefined && signed !== undefined)
    return isSameRequest(blinded, asked) ? succeed(signed) : refuse('TOKEN_RECEIVED')
  const chosen = receivingToken(elector)
  return chosen.ok ? undefined : refuse(chosen.code === 'ONLY_ON_PAPER' ? 'ONLY_ON_PAPER' : 'VOTES_ON_PAPER')
}
