import { categoryOf } from '../../../shared/membership/category'
import { fullDayInWords } from '../../../shared/core/calendar'
import { Revision, type ApplicationId, type FileId, type UnionId } from '../../../shared/core/ids'
import type { Elsewhere, JoinForm, Situation } from '../../../shared/membership/joining'
import type { ApplicantSecrets, ApplicationRecord, StoredRoute } from '../../_kernel/records/applications'
import { sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Accepted } from './accept'
import type { Assessment } from './assess'
import type { Identity } from './identify'

/** What a sent form says of an application; submit adds the beginning, resubmit keeps it. */
export type FormPart = Omit<
  ApplicationRecord,
  '_id' | 'account' | 'state' | 'revision' | 'submittedAt' | 'dueOn' | 'updatedAt' | 'timeline'
>

/** 申请记录: everything that names the person sealed, the route as decided, the letter as agreed to. */
export function formPart(
  id: ApplicationId,
  accepted: Accepted,
  signature: FileId | undefined,
  call: Pick<Call<unknown>, 'sealer' | 'now'>,
): FormPart {
  const { form, identity, known, assessment, union, unionPolicy, elsewhere } = accepted
  const letter = unionPolicy.values.letter
  return {
    union: union._id,
    unionName: union.name,
    desk: union._id,
    deskName: union.name,
    undecided: accepted.undecided,
    intent: accepted.intent,
    category: categoryOf(form.situation),
    ...(known.unit === undefined ? {} : { unit: known.unit }),
    ...agencyOf(form.situation),
    unitName: known.unitName,
    facts: [...known.facts.map((fact) => ({ ...fact })), ...elsewhereFacts(elsewhere)],
    secrets: sealJson<ApplicantSecrets>(
      call.sealer,
      { collection: 'applications', id, field: 'secrets' },
      secretsOfForm(accepted),
    ),
    locks: [...identity.locks],
    identityWarnings: [...identity.warnings],
    education: form.details.education,
    household: form.details.household,
    nationality: identity.nationality,
    mobileVerified: accepted.mobileVerified,
    route: routeRecord(assessment, union._id),
    ...(form.choice.kind === 'objection' ? { objection: form.choice.sentence } : {}),
    ...(elsewhere?.proof === undefined ? {} : { proof: elsewhere.proof }),
    letter: {
      version: letter.version,
      title: letter.title,
      text: letter.text,
      agreedAt: call.now,
      privacyVersion: form.consent.privacyVersion,
      ...(signature === undefined ? {} : { signature }),
    },
  }
}

/** 分流依据, as it is kept: with every union that was offered but the one that handles the application. */
export function routeRecord(assessment: Assessment, handler: UnionId): StoredRoute {
  const { result, explanation, policy, primary, alternatives } = assessment
  return {
    action: result.action,
    ...(result.primary === null ? {} : { primary: result.primary }),
    alternatives: [...(primary === undefined ? [] : [primary]), ...alternatives].filter(
      (label) => label.union !== handler,
    ),
    rules: [...result.rules],
    flags: [...result.flags],
    followUps: [...result.followUps],
    sentence: explanation.sentence,
    clauses: explanation.clauses.map((clause) => ({ ...clause })),
    notes: [...explanation.notes],
    policyVersion: policy.version,
  }
}

/** 转入前的会籍, as everybody reads it who reads the application. */
function elsewhereFacts(elsewhere: Elsewhere | undefined): FormPart['facts'] {
  if (elsewhere === undefined) return []
  const { unionName, since } = elsewhere
  return [
    { heading: '转入前的工会', text: unionName },
    ...(since === undefined ? [] : [{ heading: '在那里入会', text: fullDayInWords(since) }]),
  ]
}

/** The picture is named on the record itself, from which it can go. */
function withoutPicture({ proof: _, ...rest }: Elsewhere): Omit<Elsewhere, 'proof'> {
  return rest
}

/** 派遣单位, where the registry knows it: its founding reroutes the application. */
function agencyOf(situation: Situation): Pick<FormPart, 'agency'> {
  return situation.work === 'dispatched' && situation.agency.kind === 'listed' ? { agency: situation.agency.unit } : {}
}

/** 申请人的资料, as it lies sealed: typed by the applicant, or by an officer from a paper. */
export function secretsOfForm({
  form,
  identity,
  elsewhere,
}: {
  readonly form: Pick<JoinForm, 'situation' | 'retired' | 'details' | 'identity'>
  readonly identity: Identity
  readonly elsewhere: Elsewhere | undefined
}): ApplicantSecrets {
  const { situation, retired, details } = form
  return {
    name: identity.name,
    number: identity.number,
    maskedNumber: identity.maskedNumber,
    documentKind: identity.documentKind,
    ...(identity.birth === undefined ? {} : { birth: identity.birth }),
    ...(identity.sex === undefined ? {} : { sex: identity.sex }),
    mobile: identity.mobile,
    answers: {
      situation,
      retired,
      identity: form.identity,
      details,
      ...(elsewhere === undefined ? {} : { elsewhere: withoutPicture(elsewhere) }),
    },
  }
}

/** The first version of a record, as counted by whoever decides on it. */
export const firstRevision: Revision = Revision.parse(1)
