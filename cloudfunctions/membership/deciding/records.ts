import type { PersonId } from '../../../shared/core/ids'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { clauseOf } from '../../../shared/membership/clauses'
import type { ApplicantSecrets, ApplicationRecord } from '../../_kernel/records/applications'
import type { MembershipEventRecord, MembershipRecord, RosterSecrets } from '../../_kernel/records/memberships'
import type { PersonRecord, PersonSecrets } from '../../_kernel/records/persons'
import { sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { indexed } from '../life/indexed'
import { secondedOf, workplaceOf } from '../life/workplace'
import type { JudgedAgain } from './again'

type Stamp = Pick<Call<unknown>, 'sealer' | 'now'>

/** What person and membership are made from, whether somebody sent it or signed it on paper. */
type Judged = Pick<JudgedAgain, 'identity' | 'assessment'> & {
  readonly secrets: { readonly answers: Pick<ApplicantSecrets['answers'], 'situation'> }
}

interface Joining {
  readonly kind: 'create-person' | 'rejoin' | 'resume'
  readonly memberNumber: string
  readonly since: IsoDate
}

/** 自然人: made new, or brought up to date where somebody comes back. */
export function personFrom(
  id: PersonId,
  application: ApplicationRecord,
  { identity }: Pick<Judged, 'identity'>,
  onFile: PersonRecord | undefined,
  call: Stamp,
): PersonRecord {
  const secrets: PersonSecrets = {
    name: identity.name,
    number: identity.number,
    documentKind: identity.documentKind,
    mobile: identity.mobile,
    ...(identity.birth === undefined ? {} : { birth: identity.birth }),
    ...(identity.sex === undefined ? {} : { sex: identity.sex }),
  }
  const { mobileEditedAt: _, ...before } = onFile ?? { _id: id, createdAt: call.now }
  return {
    ...before,
    // A phone that WeChat did not verify proves nothing for a month, whoever wrote it.
    ...(application.mobileVerified ? {} : { mobileEditedAt: call.now }),
    locks: [...new Set([...(onFile?.locks ?? []), ...identity.locks])],
    secrets: sealJson(call.sealer, { collection: 'persons', id, field: 'secrets' }, secrets),
    education: application.education,
    household: application.household,
    nationality: application.nationality,
    updatedAt: call.now,
  }
}

/** 会籍, as the approval leaves it: active at the union that approved. */
export function membershipFrom(
  id: PersonId,
  application: ApplicationRecord,
  { identity, secrets, assessment }: Judged,
  { memberNumber, since, kind }: Joining,
  call: Stamp,
): MembershipRecord {
  const row: RosterSecrets = { name: identity.name, maskedNumber: identity.maskedNumber, mobile: identity.maskedMobile }
  const today = chinaDay(call.now)
  const { situation } = secrets.answers
  const seconded = secondedOf(situation, today)
  return indexed({
    _id: id,
    union: application.union,
    state: 'active',
    since,
    memberNumber,
    ...workplaceOf(id, situation, application, call),
    ...(seconded === undefined ? {} : { seconded }),
    ...(kind === 'create-person' ? {} : { changedOn: today, reason: reasonOf[kind] }),
    confirmedOn: today,
    followUps: [...assessment.result.followUps],
    application: application._id,
    roster: sealJson(call.sealer, { collection: 'memberships', id, field: 'roster' }, row),
    updatedAt: call.now,
  })
}

/** Why a membership that was there before is active again. */
const reasonOf = { rejoin: 'applied-again', resume: 'working-again' } as const

/** 会籍变动: joined, joined again, or taken up again after 保留 (R63). */
export function eventFrom(
  _id: string,
  person: PersonId,
  application: ApplicationRecord,
  kind: Joining['kind'],
  before: MembershipRecord | undefined,
  decidedOn: IsoDate,
  call: Stamp & Pick<Call<unknown>, 'account'>,
): MembershipEventRecord {
  return {
    _id,
    person,
    at: call.now,
    kind: kind === 'resume' ? 'resumed' : 'joined',
    union: application.union,
    unionName: application.unionName,
    ...(before === undefined || before.union === application.union ? {} : { fromUnion: before.union }),
    ...(kind === 'create-person' ? {} : { reason: reasonOf[kind] }),
    by: call.account,
    clause: clauseOf[kind === 'resume' ? 'resume' : 'rejoin'],
    application: application._id,
    decidedOn,
  }
}

/** 入会时间: a resumed membership goes on from its first day, any other begins with the approval. */
export function sinceOf(
  kind: 'create-person' | 'rejoin' | 'resume',
  before: MembershipRecord | undefined,
  call: Stamp,
): IsoDate {
  return kind === 'resume' && before !== undefined ? before.since : chinaDay(call.now)
}
