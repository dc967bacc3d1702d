import type { ApplicationId, FileId, PersonId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import type { OnBehalfForm } from '../../../shared/contract/membership-on-behalf'
import { clauseOf } from '../../../shared/membership/clauses'
import type { LetterTemplate } from '../../../shared/policy/letters'
import type { ApplicantSecrets, ApplicationRecord } from '../../_kernel/records/applications'
import type { MembershipEventRecord } from '../../_kernel/records/memberships'
import type { UnionRecord } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { categoryOf } from '../../../shared/membership/category'
import { firstRevision, routeRecord, secretsOfForm } from '../joining/record'
import type { Routed } from './route-for'

/** What is entered from a paper, whose picture is a file by now. */
export type PaperForm = Omit<OnBehalfForm, 'paper'> & { readonly paper: Omit<OnBehalfForm['paper'], 'picture'> }

interface Paper {
  readonly id: ApplicationId
  readonly person: PersonId
  readonly memberNumber: string
  readonly union: UnionRecord
  readonly paper: FileId
  readonly letter: LetterTemplate
}

/** 代办的申请: approved from the first and without an account, so that letters and annex 2 list it like every other. */
export function paperApplication(
  { id, person, memberNumber, union, paper, letter }: Paper,
  form: PaperForm,
  { identity, known, assessment }: Routed,
  call: Pick<Call<unknown>, 'sealer' | 'now' | 'today' | 'account'>,
): ApplicationRecord {
  const { situation, details, elsewhere, committee, hasWechat } = form
  const step = { at: call.now, by: call.account, union: union._id, unionName: union.name }
  const secrets = secretsOfForm({ form, identity, elsewhere })
  return {
    _id: id,
    enteredBy: call.account,
    hasWechat,
    union: union._id,
    unionName: union.name,
    desk: union._id,
    deskName: union.name,
    undecided: false,
    state: 'approved',
    revision: firstRevision,
    submittedAt: call.now,
    dueOn: call.today,
    updatedAt: call.now,
    intent: 'join',
    category: categoryOf(situation),
    ...(known.unit === undefined ? {} : { unit: known.unit }),
    unitName: known.unitName,
    facts: known.facts.map((fact) => ({ ...fact })),
    secrets: sealJson<ApplicantSecrets>(call.sealer, { collection: 'applications', id, field: 'secrets' }, secrets),
    locks: [...identity.locks],
    identityWarnings: [...identity.warnings],
    education: details.education,
    household: details.household,
    nationality: identity.nationality,
    mobileVerified: false,
    ...(elsewhere?.proof === undefined ? {} : { proof: elsewhere.proof }),
    route: routeRecord(assessment, union._id),
    letter: {
      version: letter.version,
      title: letter.title,
      text: letter.text,
      agreedAt: noonOf(form),
      privacyVersion: form.paper.privacyVersion,
      paper,
    },
    timeline: [
      { kind: 'submitted', ...step },
      { kind: 'approved', ...step },
    ],
    committee: {
      decidedOn: committee.decidedOn,
      ...(committee.note === undefined ? {} : { note: committee.note }),
    },
    approvedOn: call.today,
    person,
    memberNumber,
    ...(union.parent === undefined ? {} : { above: union.parent }),
  }
}

/** The picture is a file of the application’s own; what was told lies sealed with the answers. */
/** A paper knows the day of its signature and no hour: noon in China is that day in every reading. */
function noonOf({ paper }: Pick<PaperForm, 'paper'>): IsoTime {
  return IsoTime.parse(`${paper.signedOn}T04:00:00.000Z`)
}

interface PaperArrival {
  readonly kind: 'create-person' | 'rejoin' | 'resume'
  readonly paper: FileId
  readonly elsewhere: OnBehalfForm['elsewhere']
}

/** 入会, with the signed paper kept beside it; or 转入 from outside this system, with the picture that shows it. */
export function joinedOnPaper(
  _id: string,
  person: PersonId,
  { _id: application, union, unionName, committee }: ApplicationRecord,
  { kind, paper, elsewhere }: PaperArrival,
  { now, account }: Pick<Call<unknown>, 'now' | 'account'>,
): MembershipEventRecord {
  return {
    _id,
    person,
    at: now,
    kind: elsewhere === undefined ? 'joined' : 'moved',
    union,
    unionName,
    ...(elsewhere === undefined ? {} : { fromOutside: elsewhere.unionName }),
    ...(kind === 'rejoin' ? { reason: 'applied-again' as const } : {}),
    by: account,
    document: elsewhere?.proof ?? paper,
    application,
    ...(committee === undefined ? {} : { decidedOn: committee.decidedOn }),
    clause: clauseOf[elsewhere === undefined ? 'rejoin' : 'move'],
  }
}
