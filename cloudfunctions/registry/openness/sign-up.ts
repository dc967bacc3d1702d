import { registry } from '../../../shared/contract/registry'
import type { PersonId, PublicationId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import type { ActivityFacts } from '../../../shared/org/publication'
import { auditing } from '../../_kernel/audit'
import { publications, seats, signUps, type PublicationRecord } from '../../_kernel/records/publications'
import { implement, type Call } from '../../_kernel/serve'
import { DuplicateId, type Reader, type Transaction } from '../../_kernel/store/port'
import { readableBy, readerOf } from './readers'
import { seatId, seatsToTry } from './seats'

/** Each attempt meets others only at the few seats it drew; the fuller, the fewer are left to meet. */
const attempts = 12

/**
 * 一键报名: a seat is a document that can be inserted once, so that never more people have one than there are, and no counter is written by all of them. Who
 * meets somebody else at a seat draws again.
 */
export const signUp = implement(registry.procedures.signUp, async (call) => {
  const { publication } = call.input
  const known = await readableBy(call, publication)
  if (!known.ok) return known
  const reader = await readerOf(call)
  if (reader === undefined || !reader.union.line.includes(known.data.union)) return refuse('NOT_FOR_YOU')
  const audit = auditing(call, { action: 'sign-up', subject: publication, union: known.data.union })
  const person = reader.member._id
  for (let attempt = 0; attempt < attempts; attempt++) {
    const open = await openFor(publication, call.store, call.today)
    if (!open.ok) return open
    if ((await call.store.get(signUps, `${publication}:${person}`)) !== undefined) return succeed({})
    const free = await seatsToTry(publication, open.data.places, call)
    if (free.length === 0) return refuse('ACTIVITY_FULL')
    const took = await unlessMet(() =>
      call.act(async (tx) => {
        const still = await openFor(publication, tx, call.today)
        if (!still.ok) return still
        const seat = await firstFree(publication, free, tx)
        if (seat === undefined) return refuse('ACTIVITY_BUSY')
        await take({ publication, person, seat }, tx, call)
        await audit(tx)
        return succeed({})
      }),
    )
    if (took !== undefined && (took.ok || took.code !== 'ACTIVITY_BUSY')) return took
  }
  return refuse('ACTIVITY_BUSY')
})

async function openFor(
  publication: PublicationId,
  reader: Reader,
  today: IsoDate,
): Promise<Outcome<ActivityFacts, 'NOT_FOUND' | 'PUBLICATION_WITHDRAWN' | 'SIGN_UP_OVER'>> {
  const record: PublicationRecord | undefined = await reader.get(publications, publication)
  if (record?.activity === undefined) return refuse('NOT_FOUND')
  if (record.state === 'withdrawn') return refuse('PUBLICATION_WITHDRAWN')
  return today > record.activity.signUpUntil ? refuse('SIGN_UP_OVER') : succeed(record.activity)
}

async function firstFree(publication: PublicationId, free: readonly number[], tx: Transaction) {
  for (const seat of free) if ((await tx.get(seats, seatId(publication, seat))) === undefined) return seat
  return undefined
}

async function take(
  {
    publication,
    person,
    seat,
  }: { readonly publication: PublicationId; readonly person: PersonId; readonly seat: number },
  tx: Transaction,
  { now: at }: Pick<Call<unknown>, 'now'>,
): Promise<void> {
  await tx.insert(seats, { _id: seatId(publication, seat), publication, seat })
  await tx.insert(signUps, { _id: `${publication}:${person}`, publication, person, seat, at })
}

/** Undefined where somebody was at the seat first, or the same person signed up meanwhile. */
async function unlessMet<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof DuplicateId && [seats.name, signUps.name].includes(fault.collection)) return undefined
    throw fault
  }
}
