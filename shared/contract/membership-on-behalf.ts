import { z } from 'zod'
import { ApplicationId, PersonId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { Elsewhere, IdentityAnswers, PersonalDetails, Situation } from '../membership/joining'
import { CommitteeDecision, LetterView, UnionLabel } from './membership-views'
import { PaperPicture } from './picture'
import { command, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

/** 代办的内容: the same questions as joining, and the paper that the person signed instead of the screen. */
export const OnBehalfForm = z.strictObject({
  situation: Situation,
  retired: z.boolean(),
  identity: IdentityAnswers,
  details: PersonalDetails,
  /** 转入前的会籍 (R62): a member elsewhere, with the picture of the certificate as the officer put it. */
  elsewhere: Elsewhere.optional(),
  /** 有无微信 (003 附件2): whoever has it may bind an account later. */
  hasWechat: z.boolean(),
  paper: z.strictObject({
    picture: PaperPicture,
    signedOn: IsoDate,
    letterVersion: z.string().min(1).max(64),
    privacyVersion: z.string().min(1).max(64),
    /** The paper says so in words of its own (PIPL §29). */
    sensitiveAgreed: z.literal(true, '请确认纸质申请书上写明同意使用证件号码'),
  }),
  committee: CommitteeDecision,
})
export type OnBehalfForm = z.infer<typeof OnBehalfForm>

/** 代办入会: people without WeChat are entered by an officer (APP-03). */
export const onBehalfProcedures = {
  onBehalfRoute: query({
    summary:
      'Whether this union organises somebody with these answers, why, and the letter that is to be signed on paper',
    access: officerOf(ofUnion, 'memberships'),
    input: z.strictObject({
      union: UnionId,
      situation: Situation,
      retired: z.boolean(),
      identity: IdentityAnswers,
      memberElsewhere: z.boolean().optional(),
    }),
    output: z.object({
      ours: z.boolean(),
      primary: UnionLabel.optional(),
      alternatives: z.array(UnionLabel),
      sentence: z.string(),
      clauses: z.array(z.object({ title: z.string(), quote: z.string().optional() })),
      letter: LetterView,
    }),
    errors: ['IDENTITY_INVALID', 'MOBILE_INVALID', 'UNIT_UNKNOWN', 'REGION_UNKNOWN'],
  }),
  enterFounder: command({
    summary: 'One of the first members of a founding that this union approved, by the letter that they signed together',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({
      union: UnionId,
      application: z.string().min(1).max(64),
      at: z.number().int().min(0).max(49),
    }),
    output: z.object({ memberNumber: z.string() }),
    errors: [
      'ALREADY_MEMBER',
      'APPLYING_ELSEWHERE',
      'COMMITTEE_DATE_INVALID',
      'DAY_INVALID',
      'DOCUMENT_INVALID',
      'DOCUMENT_MISSING',
      'EXPELLED_BEFORE',
      'IDENTITY_INVALID',
      'LETTER_OUTDATED',
      'MOBILE_INVALID',
      'NEED_INFO',
      'NOT_ELIGIBLE',
      'PERSON_UNDER_AGE',
      'RECORDED_DECEASED',
      'REGION_UNKNOWN',
      'UNION_NOT_ACTIVE',
      'UNION_NOT_OFFERED',
      'UNIT_UNKNOWN',
    ],
  }),
  enterOnBehalf: command({
    summary:
      'Enters somebody who signed on paper and whom the committee admitted: person, membership, number and the application for the letters',
    access: officerOf(ofUnion, 'memberships'),
    input: z.strictObject({ union: UnionId, form: OnBehalfForm }),
    output: z.object({ person: PersonId, application: ApplicationId, memberNumber: z.string() }),
    errors: [
      'ALREADY_MEMBER',
      'APPLYING_ELSEWHERE',
      'COMMITTEE_DATE_INVALID',
      'DAY_INVALID',
      'DOCUMENT_INVALID',
      'DOCUMENT_MISSING',
      'EXPELLED_BEFORE',
      'IDENTITY_INVALID',
      'LETTER_OUTDATED',
      'MOBILE_INVALID',
      'NEED_INFO',
      'NOT_ELIGIBLE',
      'PERSON_UNDER_AGE',
      'RECORDED_DECEASED',
      'REGION_UNKNOWN',
      'UNION_NOT_ACTIVE',
      'UNION_NOT_OFFERED',
      'UNIT_UNKNOWN',
    ],
  }),
} as const
