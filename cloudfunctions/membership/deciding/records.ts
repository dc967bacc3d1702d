import type { PersonId } from '../../../shared/core/ids'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { clauseOf } from '../../../shared/membership/clauses'
import type { ApplicantSecrets, ApplicationRecord } from '../../_kernel/records/applications'
import type { MembershipEventRecord, MembershipRecord, RosterSecrets } from '../../_kernel/records/memberships'
import { PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { openJson, sealJson } from '../../_kernel/secrets'
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
  /** What is on file of an earlier membership: the records merged into it stay behind it, and so does their history. */
  readonly before: MembershipRecord | undefined
}

/** How somebody comes to be a member here: what was on file, and what they told of a membership outside. */
export interface Arrival {
  readonly kind: Joining['kind']
  readonly before: MembershipRecord | undefined
  readonly elsewhere: ApplicantSecrets['answers']['elsewhere']
}

/** Whose phone number the form names: that of whoever is on file, as WeChat verified it; or one that anybody may have written. */
export type PhoneProof = 'proven' | 'as-written'

/** 自然人: made new, or brought up to date where somebody comes back. */
export function personFrom(
  id: PersonId,
  application: ApplicationRecord,
  { identity, phone }: Pick<Judged, 'identity'> & { readonly phone: PhoneProof },
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
  // Somebody whose two records were merged may come back under the other number: the one on file stays, and so do its locks.
  const another = onFile !== undefined && !identity.locks.some((lock) => onFile.locks.includes(lock))
  const number = another ? numberOf(onFile, call) : { number: secrets.number, documentKind: secrets.documentKind }
  return {
    ...before,
    // Whoever types the number of somebody on file beside a phone of their own must not be that person by tomorrow: it proves nothing for a month.
    ...(phone === 'proven' ? {} : { mobileEditedAt: call.now }),
    locks: another ? onFile.locks : [...new Set([...(onFile?.locks ?? []), ...identity.locks])],
    secrets: sealJson<PersonSecrets>(
      call.sealer,
      { collection: 'persons', id, field: 'secrets' },
      { ...secrets, ...number },
    ),
    education: application.education,
    household: application.household,
    nationality: another ? onFile.nationality : application.nationality,
    updatedAt: call.now,
  }
}

function numberOf({ _id: id, secrets }: PersonRecord, { sealer }: Stamp) {
  const { number, documentKind } = openJson(
    sealer,
    { collection: 'persons', id, field: 'secrets' },
    PersonSecrets,
    secrets,
  )
  return { number, documentKind }
}

/** 会籍, as the approval leaves it: active at the union that approved. */
export function membershipFrom(
  id: PersonId,
  application: ApplicationRecord,
  { identity, secrets, assessment }: Judged,
  { memberNumber, since, kind, before }: Joining,
  call: Stamp,
): MembershipRecord {
  const row: RosterSecrets = {
    name: identity.name,
    maskedNumber: identity.maskedNumber,
    mobile: identity.maskedMobile,
    ...(identity.sex === undefined ? {} : { sex: identity.sex }),
  }
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
    // Whoever approves has looked at the certificate.
    followUps: assessment.result.followUps.filter((followUp) => followUp !== 'CHECK_EXTERNAL_CERTIFICATE'),
    household: application.household,
    application: application._id,
    ...(before?.earlier === undefined ? {} : { earlier: before.earlier }),
    roster: sealJson(call.sealer, { collection: 'memberships', id, field: 'roster' }, row),
    updatedAt: call.now,
  })
}

/** Why a membership that was there before is active again. */
const reasonOf = { rejoin: 'applied-again', resume: 'working-again' } as const

/** 会籍变动: joined, joined again, taken up again after 保留 (R63), or moved here from outside this system (R62), with the picture that shows it. */
export function eventFrom(
  _id: string,
  person: PersonId,
  application: ApplicationRecord,
  { kind, before, elsewhere }: Arrival,
  decidedOn: IsoDate,
  call: Stamp & Pick<Call<unknown>, 'account'>,
): MembershipEventRecord {
  return {
    _id,
    person,
    at: call.now,
    kind: kind === 'resume' ? 'resumed' : elsewhere === undefined ? 'joined' : 'moved',
    union: application.union,
    unionName: application.unionName,
    ...(before === undefined || before.union === application.union ? {} : { fromUnion: before.union }),
    ...(elsewhere === undefined ? {} : { fromOutside: elsewhere.unionName }),
    ...(elsewhere === undefined || application.proof === undefined ? {} : { document: application.proof }),
    ...(kind === 'create-person' ? {} : { reason: reasonOf[kind] }),
    by: call.account,
    clause: clauseOf[kind === 'resume' ? 'resume' : elsewhere === undefined ? 'rejoin' : 'move'],
    application: application._id,
    decidedOn,
  }
}

/**
 * 入会时间: a resumed membership goes on from its first day, and so does one that comes back from outside; one that comes from outside for the first time from
 * the day that they name (会龄接着算). Any other begins with the approval.
 */
export function sinceOf({ kind, before, elsewhere }: Arrival, call: Stamp): IsoDate {
  if (before !== undefined && (kind === 'resume' || (elsewhere !== undefined && before.reason === 'moved-outside')))
    return before.since
  return elsewhere?.since ?? chinaDay(call.now)
}
