import type { Standing } from '../../../shared/membership/to-worker'
import { accounts, type AccountRecord } from '../../_kernel/records/accounts'
import { applications, ApplicantSecrets, claims, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { identifiers, persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Identity } from './identify'

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'account' | 'indexer'>

/** What this caller may know, and whether a claim or person exists at all (for the officers, never for the caller). */
export interface Found {
  readonly shown: Standing
  readonly verifiedMobile: string | undefined
}

/**
 * 会籍现状: where the owner of this number stands. Until the phone verified by WeChat equals the one on file, or the person is bound to this
 * account, the answer is “none”, and the same reads and the same unsealing are done for every number, so that neither answer
 * nor time tells whether a number belongs to a member.
 */
export async function lookUpStanding(identity: Pick<Identity, 'lock'>, call: Ports): Promise<Found> {
  const nobody = call.indexer.lockId('nobody')
  const [account, identifier, claim] = await Promise.all([
    call.store.get(accounts, call.account),
    call.store.get(identifiers, identity.lock),
    call.store.get(claims, `person:${identity.lock}`),
  ])
  const personId = identifier?.person ?? account?.person ?? nobody
  const [person, membership, application] = await Promise.all([
    call.store.get(persons, personId),
    call.store.get(memberships, personId),
    call.store.get(applications, claim?.application ?? nobody),
  ])
  const verifiedMobile = mobileOfAccount(account, call)
  const personMobile = mobileOfPerson(person, call)
  const applicantMobile = mobileOfApplication(application, call)
  const matches = (onFile: string | undefined) => verifiedMobile !== undefined && onFile === verifiedMobile

  return { verifiedMobile, shown: standingShown() }

  function standingShown(): Standing {
    if (account?.person !== undefined && account.person === person?._id && holds(membership))
      return { kind: 'bound', union: membership.union, status: membership.state }
    if (matches(personMobile) && holds(membership))
      return { kind: 'on-file', union: membership.union, status: membership.state }
    if (application !== undefined && (application.account === call.account || matches(applicantMobile)))
      return { kind: 'applying', union: application.union }
    return { kind: 'none' }
  }
}

/** 修改退回的申请: while somebody mends their own application, it does not stand in its own way. */
export async function withoutOwnReturned(shown: Standing, call: Pick<Ports, 'store' | 'account'>): Promise<Standing> {
  if (shown.kind !== 'applying') return shown
  const claim = await call.store.get(claims, `account:${call.account}`)
  const own = claim === undefined ? undefined : await call.store.get(applications, claim.application)
  return own?.state === 'returned' ? { kind: 'none' } : shown
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

function mobileOfPerson(person: PersonRecord | undefined, call: Ports): string | undefined {
  if (person === undefined) return openDecoy(call)
  return openJson(
    call.sealer,
    { collection: 'persons', id: person._id, field: 'secrets' },
    PersonSecrets,
    person.secrets,
  ).mobile
}

function mobileOfApplication(application: ApplicationRecord | undefined, call: Ports): string | undefined {
  if (application === undefined) return openDecoy(call)
  return openJson(
    call.sealer,
    { collection: 'applications', id: application._id, field: 'secrets' },
    ApplicantSecrets,
    application.secrets,
  ).mobile
}

const decoyPlace = { collection: 'persons', id: 'nobody', field: 'secrets' }
const decoyText = JSON.stringify({
  name: '无此人',
  number: '000000000000000000',
  documentKind: 'resident18',
  birth: '1970-01-01',
  sex: 'male',
  mobile: '00000000000',
})
const decoys = new WeakMap<object, string>()

/** Unseals as much as a real record would take, and forgets it. */
function openDecoy({ sealer }: Ports): undefined {
  const sealed = decoys.get(sealer) ?? sealer.seal(decoyPlace, decoyText)
  decoys.set(sealer, sealed)
  openJson(sealer, decoyPlace, PersonSecrets, sealed)
  return undefined
}
