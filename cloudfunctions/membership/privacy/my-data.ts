import type { z } from 'zod'
import type { MyData } from '../../../shared/contract/membership-privacy'
import { maskMobile } from '../../../shared/identity/mask'
import { documentName } from '../../../shared/membership/labels'
import { drafts, type ApplicationRecord } from '../../_kernel/records/applications'
import { displayOf } from '../../_kernel/officer-display'
import { certificates, type CertificateRecord } from '../../_kernel/records/certificates'
import { dataRequests, RequestSecrets, type DataRequestRecord } from '../../_kernel/records/data-requests'
import { deskSessions } from '../../_kernel/records/desk'
import { memberships, RosterSecrets, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { publications, signUps, type SignUpRecord } from '../../_kernel/records/publications'
import { officers, unions, type OfficerRecord } from '../../_kernel/records/registry'
import { unionApplications, type UnionApplicationRecord } from '../../_kernel/records/union-applications'
import { notices } from '../../_kernel/records/upkeep'
import type { Sealer } from '../../_kernel/seal/sealer'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { secretsOf } from '../applicant'
import { secretsOfCertificate } from '../certificate/held'
import { letterOf } from '../joining/views'
import { sentenceOf } from '../life/history'
import { wholeHistory } from '../life/history-pages'
import { myself } from './me'

type Data = z.input<typeof MyData>

const most = 200

/** Numbers with their middle hidden, as a page may show them to whoever looks over a shoulder; or whole, for the export. */
export type Showing = 'masked' | 'whole'

/** 存了我的什么: one gathering for the page and for the export, so that neither knows less. */
export async function myData(showing: Showing, call: Call<unknown>): Promise<Data> {
  const { store, sealer } = call
  const { account, person, membership, applications } = await myself(call)
  const mine = { account: call.account }
  const [events, issued, signed, held, desks, told, draft, asked, sentUp] = await Promise.all([
    person === undefined ? undefined : wholeHistory(person._id, call),
    person === undefined
      ? undefined
      : store.find(certificates, { index: 'byPerson', equals: { person: person._id }, limit: most }),
    person === undefined
      ? undefined
      : store.find(signUps, { index: 'byPerson', equals: { person: person._id }, order: 'descending', limit: most }),
    store.find(officers, { index: 'byAccount', equals: mine, limit: most }),
    store.find(deskSessions, { index: 'byAccount', equals: mine, limit: most }),
    store.find(notices, { index: 'byAccount', equals: mine, order: 'descending', limit: most }),
    store.get(drafts, call.account),
    store.find(dataRequests, { index: 'byAccount', equals: mine, order: 'descending', limit: most }),
    store.find(unionApplications, {
      index: 'byAccount',
      equals: { by: call.account },
      order: 'descending',
      limit: most,
    }),
  ])
  const offices = await Promise.all(held.documents.map((officer) => officeOf(officer, call)))
  const history = [...(events ?? [])].reverse().map((event) => ({ at: event.at, text: sentenceOf(event) }))
  return {
    account: {
      ...(account === undefined ? {} : { since: account.createdAt }),
      ...(account?.mobile === undefined
        ? {}
        : {
            mobile: phone(
              sealer.open({ collection: 'accounts', id: account._id, field: 'mobile' }, account.mobile),
              showing,
            ),
          }),
    },
    ...(person === undefined ? {} : { person: personOf(person, membership, showing, call) }),
    ...(membership === undefined ? {} : { membership: { ...(await membershipOf(membership, call)), history } }),
    applications: await Promise.all(applications.map((one) => applicationOf(one, showing, call))),
    unionApplications: await Promise.all(sentUp.documents.map((one) => sentUpOf(one, call))),
    certificates: (issued?.documents ?? []).map((one) => certificateOf(one, call)),
    signUps: await Promise.all((signed?.documents ?? []).map((one) => signUpOf(one, call))),
    consents: [
      ...applications.flatMap(consentsOf),
      ...held.documents.flatMap(({ displayConsent }, at) =>
        displayConsent === undefined
          ? []
          : [{ kind: 'public-display' as const, ...displayConsent, unionName: offices[at]?.unionName ?? '' }],
      ),
    ],
    offices,
    desks: desks.documents.map(({ where, since }) => ({ where, since })),
    notices: told.documents.map(({ at, text }) => ({ at, text })),
    ...(draft === undefined ? {} : { draftSavedAt: draft.savedAt }),
    requests: asked.documents.map((request) => requestOf(request, call)),
  }
}

function phone(whole: string, showing: Showing): string {
  return showing === 'whole' ? whole : maskMobile(whole)
}

function personOf(
  person: PersonRecord,
  membership: MembershipRecord | undefined,
  showing: Showing,
  { sealer }: Pick<Call<unknown>, 'sealer'>,
) {
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  const { name, number, documentKind, birth, sex, mobile } = openJson(sealer, place, PersonSecrets, person.secrets)
  const masked =
    membership === undefined
      ? ''
      : openJson(
          sealer,
          { collection: memberships.name, id: membership._id, field: 'roster' },
          RosterSecrets,
          membership.roster,
        ).maskedNumber
  return {
    name,
    documentName: documentName[documentKind] ?? documentKind,
    number: showing === 'whole' ? number : masked,
    ...(birth === undefined ? {} : { birth }),
    ...(sex === undefined ? {} : { sex }),
    nationality: person.nationality,
    mobile: phone(mobile, showing),
    education: person.education,
    household: person.household,
  }
}

async function membershipOf(membership: MembershipRecord, { store }: Pick<Call<unknown>, 'store'>) {
  const { unitName, state, since, memberNumber, employment, category } = membership
  const union = await store.get(unions, membership.union)
  return { unionName: union?.name ?? '', unitName, state, since, memberNumber, employment, category }
}

async function applicationOf(application: ApplicationRecord, showing: Showing, call: Call<unknown>) {
  const { name, number, maskedNumber, mobile } = secretsOf(application, call)
  const letter = showing === 'whole' ? await letterOf(application, call.files) : undefined
  return {
    application: application._id,
    unionName: application.unionName,
    state: application.state,
    submittedAt: application.submittedAt,
    name,
    number: showing === 'whole' ? number : maskedNumber,
    mobile: phone(mobile, showing),
    facts: application.facts,
    letterVersion: application.letter.version,
    ...(letter?.signature === undefined ? {} : { signature: letter.signature }),
  }
}

async function sentUpOf(
  { kind, state, name, upper, sentAt }: UnionApplicationRecord,
  { store }: Pick<Call<unknown>, 'store'>,
) {
  return { kind, state, name, upperName: (await store.get(unions, upper))?.name ?? '', sentAt }
}

function certificateOf(certificate: CertificateRecord, call: Pick<Call<unknown>, 'sealer'>) {
  const { state, unionName, issuedAt, expiresAt } = certificate
  return { state, unionName, destination: secretsOfCertificate(certificate, call).destination, issuedAt, expiresAt }
}

async function signUpOf({ at, publication, present }: SignUpRecord, { store }: Pick<Call<unknown>, 'store'>) {
  const activity = await store.get(publications, publication)
  return { at, title: activity?.title ?? '', present: present === true }
}

/** The form asks for both, each by itself, and neither is ticked beforehand. */
function consentsOf({ letter: { privacyVersion: version, agreedAt: at }, unionName }: ApplicationRecord) {
  return [
    { kind: 'privacy-notice' as const, version, at, unionName },
    { kind: 'sensitive-data' as const, version, at, unionName },
  ]
}

async function officeOf(officer: OfficerRecord, { store, sealer }: Pick<Call<unknown>, 'store' | 'sealer'>) {
  const { _id, role, since, until, union } = officer
  return {
    unionName: (await store.get(unions, union))?.name ?? '',
    role,
    name: sealer.open({ collection: 'officers', id: _id, field: 'name' }, officer.name),
    since,
    ...(until === undefined ? {} : { until }),
    ...(officer.display === undefined ? {} : { published: publishedOf(officer, sealer) }),
  }
}

function publishedOf(officer: OfficerRecord, sealer: Sealer) {
  const { phone: number, photo } = displayOf(officer, sealer)
  return { ...(number === undefined ? {} : { phone: number }), photo: photo !== undefined }
}

export function requestOf(request: DataRequestRecord, { sealer }: Pick<Call<unknown>, 'sealer'>) {
  const { _id, kind, field, state, askedAt, dueOn, unionName } = request
  const place = { collection: dataRequests.name, id: _id, field: 'secrets' }
  const { should, reason } = openJson(sealer, place, RequestSecrets, request.secrets)
  return {
    request: _id,
    kind,
    state,
    askedAt,
    dueOn,
    unionName,
    ...(field === undefined ? {} : { field }),
    ...(should === undefined ? {} : { should }),
    ...(reason === undefined ? {} : { reason }),
  }
}
