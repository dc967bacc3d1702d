import { phoneIsProof } from '../../../shared/membership/binding'
import type { Standing } from '../../../shared/membership/to-worker'
import { accounts, type AccountRecord } from '../../_kernel/records/accounts'
import { applications, ApplicantSecrets, claims, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { claimUnder, identifierUnder } from '../../_kernel/locks'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { decoysOf } from './decoys'
import type { PersonIdentity } from './identify'

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'account' | 'indexer' | 'today'>

/** What this caller may know, and whether a claim or person exists at all (for the officers, never for the caller). */
export interface Found {
  readonly shown: Standing
  readonly verifiedMobile: string | undefined
}

/**
 * 会籍现状: where the owner of this number stands. Without a phone that WeChat verified, and without a person bound to the account, the number is not looked
 * up at all. With one, the answer is “none” until that phone equals the one on file, and the same reads and the same unsealing are done for every
 * number, so that neither answer nor time tells whether a number belongs to a member.
 */
export async function lookUpStanding(identity: Pick<PersonIdentity, 'locks'>, call: Ports): Promise<Found> {
  const [account, ownClaim] = await Promise.all([
    call.store.get(accounts, call.account),
    call.store.get(claims, `account:${call.account}`),
  ])
  const own = ownClaim === undefined ? undefined : await call.store.get(applications, ownClaim.application)
  const applying: Standing =
    own?.locks.some((lock) => identity.locks.includes(lock)) === true
      ? { kind: 'applying', union: own.union }
      : { kind: 'none' }
  const verifiedMobile = mobileOfAccount(account, call)
  if (verifiedMobile === undefined && account?.person === undefined) return { verifiedMobile, shown: applying }
  const found = await onFile(identity.locks, account, verifiedMobile, call)
  return { verifiedMobile, shown: found ?? applying }
}

/** What is on file under this number or of this account, where the caller has shown that it is theirs. */
async function onFile(
  locks: PersonIdentity['locks'],
  account: AccountRecord | undefined,
  verifiedMobile: string | undefined,
  call: Ports,
): Promise<Standing | undefined> {
  const nobody = call.indexer.lockId('nobody')
  const [identifier, claim] = await Promise.all([identifierUnder(call.store, locks), claimUnder(call.store, locks)])
  const personId = identifier?.person ?? account?.person ?? nobody
  const [person, membership, application] = await Promise.all([
    call.store.get(persons, personId),
    call.store.get(memberships, personId),
    call.store.get(applications, claim?.application ?? nobody),
  ])
  const personMobile = mobileOfPerson(person, call)
  const applicantMobile = mobileOfApplication(application, call)
  const matches = (kept: string | undefined) => verifiedMobile !== undefined && kept === verifiedMobile

  if (account?.person !== undefined && account.person === person?._id && holds(membership))
    return { kind: 'bound', union: membership.union, status: membership.state }
  if (matches(personMobile) && phoneIsProof(person?.mobileEditedAt, call.today) && holds(membership))
    return { kind: 'on-file', union: membership.union, status: membership.state }
  if (application !== undefined && matches(applicantMobile)) return { kind: 'applying', union: application.union }
  return undefined
}

/** 修改退回的申请: while somebody mends their own application, it does not stand in its own way. */
export async function withoutOwnReturned(shown: Standing, call: Pick<Ports, 'store' | 'account'>): Promise<Standing> {
  if (shown.kind !== 'applying') return shown
  const claim = await call.store.get(claims, `account:${call.account}`)
  const own = claim === undefined ? undefined : await call.store.get(applications, claim.application)
  return own?.state === 'returned' ? { kind: 'none' } : shown
}

/** 自己说在系统外是会员: what is on file here comes first. */
export function withElsewhere(shown: Standing, memberElsewhere: boolean): Standing {
  return shown.kind === 'none' && memberElsewhere ? { kind: 'elsewhere' } : shown
}

function holds(
  membership: MembershipRecord | undefined,
): membership is MembershipRecord & { state: 'active' | 'retained' } {
  return membership?.state === 'active' || membership?.state === 'retained'
}

/** The number WeChat verified for this account. */
export function mobileOfAccount(account: AccountRecord | undefined, call: Pick<Ports, 'sealer'>): string | undefined {
  if (account?.mobile === undefined) return undefined
  return call.sealer.open({ collection: 'accounts', id: account._id, field: 'mobile' }, account.mobile)
}

function mobileOfPerson(person: PersonRecord | undefined, { sealer }: Ports): string | undefined {
  if (person === undefined) return void decoysOf(sealer).person()
  const place = { collection: 'persons', id: person._id, field: 'secrets' }
  return openJson(sealer, place, PersonSecrets, person.secrets).mobile
}

function mobileOfApplication(application: ApplicationRecord | undefined, { sealer }: Ports): string | undefined {
  if (application === undefined) return void decoysOf(sealer).application()
  const place = { collection: 'applications', id: application._id, field: 'secrets' }
  return openJson(sealer, place, ApplicantSecrets, application.secrets).mobile
}
