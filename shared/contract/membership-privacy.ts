import { z } from 'zod'
import { ApplicationId, ConfirmationCode, PersonId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { WholeValue } from '../desk/confirmation'
import { ApplicationState } from '../membership/application'
import { CorrectedField, RequestKind, RequestState } from '../membership/data-request'
import { Education, Household, Signature } from '../membership/joining'
import { OfficerRole } from '../org/officers'
import { UnionApplicationKind, UnionApplicationState } from '../org/union-application'
import { command, officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

/** 我的数据请求. */
export const MyRequest = z.object({
  request: z.string(),
  kind: RequestKind,
  field: CorrectedField.optional(),
  should: z.string().optional(),
  state: RequestState,
  askedAt: IsoTime,
  dueOn: IsoDate,
  unionName: z.string(),
  reason: z.string().optional(),
})

/** 存了我的什么: everything that is kept about an account and its person, masked on the page and whole in the export. */
export const MyData = z.object({
  account: z.object({ since: IsoTime.optional(), mobile: z.string().optional() }),
  person: z
    .object({
      name: z.string(),
      documentName: z.string(),
      number: z.string(),
      birth: z.string().optional(),
      sex: z.enum(['male', 'female']).optional(),
      nationality: z.string(),
      mobile: z.string(),
      education: Education,
      household: Household,
    })
    .optional(),
  membership: z
    .object({
      unionName: z.string(),
      unitName: z.string(),
      state: z.string(),
      since: IsoDate,
      memberNumber: z.string(),
      employment: z.string(),
      category: z.string(),
      history: z.array(z.object({ at: IsoTime, text: z.string() })),
    })
    .optional(),
  applications: z.array(
    z.object({
      application: ApplicationId,
      unionName: z.string(),
      state: ApplicationState,
      submittedAt: IsoTime,
      name: z.string(),
      number: z.string(),
      mobile: z.string(),
      facts: z.array(z.object({ heading: z.string(), text: z.string() })),
      letterVersion: z.string(),
      signature: Signature.optional(),
    }),
  ),
  /** 向上级的申请 that this account sent for a unit or a union. */
  unionApplications: z.array(
    z.object({
      kind: UnionApplicationKind,
      state: UnionApplicationState,
      name: z.string(),
      upperName: z.string(),
      sentAt: IsoTime,
    }),
  ),
  /** 会籍证明, as long as they are kept. */
  certificates: z.array(
    z.object({
      state: z.enum(['open', 'received', 'withdrawn']),
      unionName: z.string(),
      destination: z.string(),
      issuedAt: IsoTime,
      expiresAt: IsoTime,
    }),
  ),
  consents: z.array(
    z.object({
      kind: z.enum(['privacy-notice', 'sensitive-data', 'public-display']),
      version: z.string(),
      at: IsoTime,
      unionName: z.string(),
    }),
  ),
  offices: z.array(
    z.object({
      unionName: z.string(),
      role: OfficerRole,
      name: z.string(),
      since: IsoTime,
      until: IsoTime.optional(),
      /** 双亮: what everybody can see besides the masked name. */
      published: z.object({ phone: z.string().optional(), photo: z.boolean() }).optional(),
    }),
  ),
  desks: z.array(z.object({ where: z.string(), since: IsoTime })),
  /** 活动报名, of the last year. */
  signUps: z.array(z.object({ at: IsoTime, title: z.string(), present: z.boolean() })),
  notices: z.array(z.object({ at: IsoTime, text: z.string() })),
  draftSavedAt: IsoTime.optional(),
  requests: z.array(MyRequest),
})
export type MyData = z.infer<typeof MyData>

/** 个人信息中心: procedures of the membership function for what is kept about me, and for officers who answer. */
export const privacyProcedures = {
  aboutMe: query({
    summary: 'Everything that is kept about me, numbers masked',
    answers: 'sealed',
    access: signedIn,
    input: z.strictObject({}),
    output: MyData,
    errors: [],
  }),
  exportMine: command({
    summary: 'The same with whole values, for me to take along; at a desk only after the phone confirmed it',
    answers: 'sealed',
    access: signedIn,
    input: z.strictObject({ confirmation: ConfirmationCode.optional() }),
    output: z.object({ madeAt: IsoTime, data: MyData }),
    errors: ['CONFIRMATION_MISSING'],
  }),
  trail: query({
    summary: 'Who did or saw what about me, the newest hundred',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({
      entries: z.array(
        z.object({
          at: IsoTime,
          action: z.string(),
          by: z.enum(['me', 'another-account', 'officer', 'system']),
          unionName: z.string().optional(),
        }),
      ),
    }),
    errors: [],
  }),
  requestCorrection: command({
    summary: 'Ask my union to correct what it keeps about me',
    access: signedIn,
    input: z.strictObject({ field: CorrectedField, should: z.string().max(200, '最多 200 个字') }),
    output: z.object({ dueOn: IsoDate, unionName: z.string() }),
    errors: ['MOBILE_INVALID', 'CORRECTION_INVALID', 'NOTHING_ON_FILE', 'REQUEST_OPEN'],
  }),
  withdrawConsent: command({
    summary:
      'Take my consent back: what rests on it alone is deleted at once; a member’s roster entry is for the union to end',
    access: signedIn,
    input: z.strictObject({}),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('erased') }),
      z.object({ outcome: z.literal('asked'), dueOn: IsoDate, unionName: z.string() }),
    ]),
    errors: ['REQUEST_OPEN'],
  }),
  requests: query({
    summary: 'Requests about personal data that this union has to answer, the nearest due date first',
    answers: 'sealed',
    access: officerOf(ofUnion, 'requests'),
    input: z.strictObject({ union: UnionId, cursor: z.string().max(400).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          request: z.string(),
          /** Which union was asked, where it came up from below: nobody is in office there. */
          from: z.string().optional(),
          kind: RequestKind,
          field: CorrectedField.optional(),
          name: z.string(),
          person: PersonId.optional(),
          now: z.string().optional(),
          should: z.string().optional(),
          askedAt: IsoTime,
          dueOn: IsoDate,
          workingDaysLeft: z.number().int(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  settleRequest: command({
    summary: 'Carry a request out, which corrects the roster, or decline it with a reason',
    access: officerOf(ofUnion, 'requests'),
    input: z.strictObject({
      union: UnionId,
      request: z.string().min(1).max(64),
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('done') }),
        z.strictObject({ kind: z.literal('declined'), reason: z.string().trim().min(2, '请写明理由').max(200) }),
      ]),
    }),
    output: z.object({}),
    errors: ['REQUEST_SETTLED', 'REQUEST_OUTDATED', 'STILL_MEMBER'],
  }),
  reveal: command({
    summary: 'A whole value of a member, with the reason; at a desk only after the phone confirmed it. Audited',
    answers: 'sealed',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({
      union: UnionId,
      person: PersonId,
      value: WholeValue,
      reason: z.string().trim().min(2, '请写明用途').max(100, '最多 100 个字'),
      confirmation: ConfirmationCode.optional(),
    }),
    output: z.object({ value: z.string() }),
    errors: ['CONFIRMATION_MISSING'],
  }),
} as const
