import type { HandedCode, PersonId } from '../../../shared/core/ids'
import { isHeld } from '../../../shared/membership/life'
import { accounts } from '../../_kernel/records/accounts'
import { certificates, CertificateSecrets, type CertificateRecord } from '../../_kernel/records/certificates'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'

/** 证明有效期. */
export const certificateDays = 90
/** Nobody asks for more in the time that one lasts. */
const most = 20

type Ports = Pick<Call<unknown>, 'store' | 'now'>

/** Under which id a code’s certificate lies. */
export function certificateId(code: HandedCode, { indexer }: Pick<Call<unknown>, 'indexer'>): string {
  return indexer.lockId(`certificate:${code}`)
}

/** The caller’s membership, where somebody holds one. */
export async function myMembership(
  call: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<MembershipRecord | undefined> {
  const person = (await call.store.get(accounts, call.account))?.person
  const membership = person === undefined ? undefined : await call.store.get(memberships, person)
  return membership !== undefined && isHeld(membership.state) ? membership : undefined
}

/** Of this person, what can still be used; the newest first. */
export async function openCertificates(person: PersonId, { store, now }: Ports): Promise<readonly CertificateRecord[]> {
  const query = { index: 'byPerson', equals: { person }, order: 'descending', limit: most } as const
  const { documents } = await store.find(certificates, query)
  return documents.filter(({ state, expiresAt }) => state === 'open' && expiresAt > now)
}

/** It certifies the membership that is there now: it ends with a transfer, an exit, or another union. */
export function certifies(
  certificate: CertificateRecord,
  membership: MembershipRecord | undefined,
  now: string,
): boolean {
  return (
    certificate.state === 'open' &&
    certificate.expiresAt > now &&
    membership !== undefined &&
    isHeld(membership.state) &&
    membership.union === certificate.union
  )
}

export function closed(certificate: CertificateRecord, state: 'received' | 'withdrawn'): CertificateRecord {
  return { ...certificate, state }
}

export function secretsOfCertificate(
  { _id: id, secrets }: CertificateRecord,
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): CertificateSecrets {
  return openJson(sealer, { collection: certificates.name, id, field: 'secrets' }, CertificateSecrets, secrets)
}

export function shownCertificate(certificate: CertificateRecord, call: Pick<Call<unknown>, 'sealer' | 'handedLink'>) {
  const { code, destination } = secretsOfCertificate(certificate, call)
  const { unionName, issuedAt, expiresAt } = certificate
  return { code, link: call.handedLink('certificate', code), destination, unionName, issuedAt, expiresAt }
}
