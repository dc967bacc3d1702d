import type { DuplicateHint } from '../../../shared/contract/membership-views'
import { claims, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { identifiers } from '../../_kernel/records/persons'
import type { Reader } from '../../_kernel/store/port'

/** 查重: what the officers who decide may know of the same number elsewhere (003 二(六)). Three point reads. */
export async function duplicateOf(
  application: Pick<ApplicationRecord, '_id' | 'lock' | 'intent'>,
  store: Reader,
): Promise<DuplicateHint> {
  const [identifier, claim] = await Promise.all([
    store.get(identifiers, application.lock),
    store.get(claims, `person:${application.lock}`),
  ])
  const membership = identifier === undefined ? undefined : await store.get(memberships, identifier.person)
  if (membership?.state === 'active') return 'already-member'
  if (membership?.state === 'retained' && application.intent === 'join') return 'retained'
  return claim !== undefined && claim.application !== application._id ? 'applying-elsewhere' : 'none'
}
