import type { DuplicateHint } from '../../../shared/contract/membership-views'
import type { ApplicationRecord } from '../../_kernel/records/applications'
import { claimUnder, identifierUnder } from '../../_kernel/locks'
import { memberships } from '../../_kernel/records/memberships'
import type { Reader } from '../../_kernel/store/port'

/** 查重: what the officers who decide may know of the same number elsewhere (003 二(六)). Three point reads, two more for each further lock key. */
export async function duplicateOf(
  application: Pick<ApplicationRecord, '_id' | 'locks' | 'intent'>,
  store: Reader,
): Promise<DuplicateHint> {
  const [identifier, claim] = await Promise.all([
    identifierUnder(store, application.locks),
    claimUnder(store, application.locks),
  ])
  const membership = identifier === undefined ? undefined : await store.get(memberships, identifier.person)
  if (membership?.state === 'active') return 'already-member'
  if (membership?.state === 'retained' && application.intent === 'join') return 'retained'
  return claim !== undefined && claim.application !== application._id ? 'applying-elsewhere' : 'none'
}
