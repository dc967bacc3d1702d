import { isOpen } from '../../../shared/membership/application'
import { claimNumber, claimUnder, lockPerson, personLocks, releaseNumber } from '../../_kernel/locks'
import { ApplicantSecrets, applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { identifiers, persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import type { Runtime } from '../../_kernel/runtime'
import { openJson } from '../../_kernel/secrets'
import type { Locks } from '../../_kernel/seal/sealer'
import { walkOn } from './walk'

/** A person or an application costs up to eight operations while there are two keys. */
const together = 12

/**
 * 换证件锁的钥匙: opens each sealed number and locks it under exactly the keys that are configured. While there are two, an old one and a new one, everybody gets
 * both; when the old one is taken away, its locks go.
 */
export async function rotateLocks(runtime: Runtime): Promise<number> {
  return (await rotatePersons(runtime)) + (await rotateApplications(runtime))
}

function rotatePersons(runtime: Runtime): Promise<number> {
  const { sealer, indexer } = runtime
  const locksOf = ({ _id, secrets, nationality }: PersonRecord) => {
    const place = { collection: 'persons', id: _id, field: 'secrets' }
    return personLocks(openJson(sealer, place, PersonSecrets, secrets), nationality, indexer)
  }
  return walkOn<PersonRecord>(
    {
      what: 'locks',
      under: indexer.lockKeys,
      collection: persons,
      together,
      isDue: (person) => differs(person.locks, locksOf(person)),
      rewrite: async (tx, person) => {
        const locks = locksOf(person)
        // A record that was merged keeps its number; it leads to the person it was merged into.
        await lockPerson(tx, locks, person.mergedInto ?? person._id, runtime.now())
        for (const lock of person.locks) if (!locks.includes(lock)) await tx.remove(identifiers, lock)
        await tx.put(persons, { ...person, locks: [...locks] })
      },
    },
    runtime,
  )
}

function rotateApplications(runtime: Runtime): Promise<number> {
  const { sealer, indexer } = runtime
  const locksOf = ({ _id, secrets, nationality }: ApplicationRecord) => {
    const place = { collection: 'applications', id: _id, field: 'secrets' }
    return personLocks(openJson(sealer, place, ApplicantSecrets, secrets), nationality, indexer)
  }
  return walkOn<ApplicationRecord>(
    {
      what: 'locks',
      under: indexer.lockKeys,
      collection: applications,
      together,
      isDue: (application) => differs(application.locks, locksOf(application)),
      rewrite: async (tx, application) => {
        const { _id, state } = application
        const locks = locksOf(application)
        const holds = isOpen(state) && (await claimUnder(tx, application.locks))?.application === _id
        if (holds) await claimNumber(tx, locks, _id)
        const given = application.locks.filter((lock) => !locks.includes(lock))
        if (holds) await releaseNumber(tx, given, _id)
        await tx.put(applications, { ...application, locks: [...locks] })
      },
    },
    runtime,
  )
}

function differs(kept: readonly string[], wanted: Locks): boolean {
  return kept.length !== wanted.length || kept.some((lock) => !wanted.includes(lock))
}
