import type { ApplicationId, PersonId } from '../../shared/core/ids'
import type { IsoTime } from '../../shared/core/time'
import { isPersonIdKind, lockKey } from '../../shared/identity/person-key'
import { claims, type ClaimRecord } from './records/applications'
import { identifiers, type IdentifierRecord } from './records/persons'
import type { Indexer, Locks } from './seal/sealer'
import type { Reader, Transaction } from './store/port'

/**
 * 一人一籍 while a lock key is being changed: every number is locked under each key that is configured, and held by whoever holds it under any of them.
 * Two writers who have one key in common meet at that key’s insert, whatever else they know (docs/decisions/0010).
 */
export function personLocks(
  { number, documentKind }: { readonly number: string; readonly documentKind: string },
  nationality: string,
  indexer: Indexer,
): Locks {
  if (!isPersonIdKind(documentKind)) throw new Error('a number of a kind that there is not')
  return indexer.locks(`person:${lockKey({ kind: documentKind, normalised: number }, nationality)}`)
}

/** Who has this number. All locks are read, so that time does not tell which of them was found. */
export async function identifierUnder(reader: Reader, locks: readonly string[]): Promise<IdentifierRecord | undefined> {
  const found = []
  for (const lock of locks) found.push(await reader.get(identifiers, lock))
  return found.find((identifier) => identifier !== undefined)
}

/** Which application is open on this number. */
export async function claimUnder(reader: Reader, locks: readonly string[]): Promise<ClaimRecord | undefined> {
  const found = []
  for (const lock of locks) found.push(await reader.get(claims, claimId(lock)))
  return found.find((claim) => claim !== undefined)
}

/** Locks the number for the person under every key. Throws `DuplicateId` where somebody else did meanwhile. */
export async function lockPerson(
  tx: Transaction,
  locks: readonly string[],
  person: PersonId,
  createdAt: IsoTime,
): Promise<void> {
  for (const lock of locks)
    if ((await tx.get(identifiers, lock))?.person !== person)
      await tx.insert(identifiers, { _id: lock, person, createdAt })
}

/** Claims the number for the application under every key, unless another application holds it. */
export async function claimNumber(
  tx: Transaction,
  locks: readonly string[],
  application: ApplicationId,
): Promise<void> {
  const holder = await claimUnder(tx, locks)
  if (holder !== undefined && holder.application !== application) return
  for (const lock of locks)
    if ((await tx.get(claims, claimId(lock))) === undefined)
      await tx.insert(claims, { _id: claimId(lock), application })
}

/** Gives back those locks that the application holds; another application’s stay. */
export async function releaseNumber(
  tx: Transaction,
  locks: readonly string[],
  application: ApplicationId,
): Promise<void> {
  for (const lock of locks)
    if ((await tx.get(claims, claimId(lock)))?.application === application) await tx.remove(claims, claimId(lock))
}

const claimId = (lock: string) => `person:${lock}`
