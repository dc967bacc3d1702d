import { z } from 'zod'
import { FileId, RegionId, UnitId } from '../core/ids'
import { IsoDate } from '../core/time'

/**
 * 入会: what a worker tells when joining. Exactly the fields of seed 003 annex 3 (APP-05, ROS-01), those that can be derived
 * left out: sex and birthday come from the number, the unit from the QR code, the employment status from the questions.
 */

const text = (max: number, message: string) => z.string().trim().min(1, message).max(max, `最多 ${max} 个字`)

/** 单位: one on the registry, or one typed by hand that the registry does not know yet. */
export const UnitReference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), unit: UnitId }),
  z.strictObject({ kind: z.literal('by-hand'), name: text(60, '请写单位名称'), region: RegionId }),
])
export type UnitReference = z.infer<typeof UnitReference>

/** 行业, for industry federations; the list is what 000 二(二) and the regions' federations name. */
export const Industry = z.enum([
  'delivery',
  'express',
  'ride_hailing',
  'truck',
  'domestic',
  'property',
  'catering',
  'construction',
  'machinery',
  'retail',
  'other',
])
export type Industry = z.infer<typeof Industry>

/** The answers to the plain questions; `toWorker` turns them into the categories of ROUTING.md. */
export const Situation = z.discriminatedUnion('work', [
  z.strictObject({
    work: z.literal('unit'),
    unit: UnitReference,
    establishment: z.enum(['regular', 'off_establishment']),
  }),
  z.strictObject({ work: z.literal('dispatched'), agency: UnitReference, userUnit: UnitReference }),
  z.strictObject({ work: z.literal('outsourced'), employer: UnitReference, host: UnitReference }),
  z.strictObject({
    work: z.literal('platform'),
    industry: Industry,
    workRegion: RegionId,
    employer: UnitReference.optional(),
  }),
  z.strictObject({
    work: z.literal('several'),
    jobs: z.array(UnitReference).max(5, '最多填 5 家'),
    workRegion: RegionId,
    industry: Industry.optional(),
  }),
  z.strictObject({
    work: z.literal('seconded'),
    home: UnitReference,
    host: UnitReference,
    months: z.number().int().min(0).max(600),
  }),
  z.strictObject({ work: z.literal('owner'), unit: UnitReference }),
  z.strictObject({ work: z.literal('other'), note: text(200, '请用一两句话说说您的情况'), workRegion: RegionId }),
])
export type Situation = z.infer<typeof Situation>

/** 证件: what the person holds in their hand; the parser finds the exact kind. */
export const DocumentChoice = z.enum(['resident', 'permanent_resident', 'passport', 'hkmacao_permit', 'taiwan_permit'])
export type DocumentChoice = z.infer<typeof DocumentChoice>

/** Who I am, as typed. The server parses number and mobile again with shared/identity. */
export const IdentityAnswers = z.strictObject({
  name: text(50, '请写姓名'),
  document: DocumentChoice,
  number: z.string().min(1, '请写证件号码').max(40, '证件号码太长'),
  /** Asked only where the number does not tell: passport, permits. ISO 3166-1 alpha-3. */
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/, '请选国籍')
    .optional(),
  birth: IsoDate.optional(),
  sex: z.enum(['male', 'female']).optional(),
  mobile: z.string().min(1, '请写手机号').max(30, '手机号太长'),
})
export type IdentityAnswers = z.infer<typeof IdentityAnswers>

/** 学历 (003 annex 3; the list is not given there, O-2). */
export const Education = z.enum([
  'primary',
  'junior_middle',
  'senior_middle',
  'vocational',
  'college',
  'bachelor',
  'master',
  'doctor',
])
export type Education = z.infer<typeof Education>
/** 户籍类型 (003 annex 3; default list of ROS-02). */
export const Household = z.enum(['urban', 'rural', 'hmt', 'foreign'])
export type Household = z.infer<typeof Household>

export const PersonalDetails = z.strictObject({ education: Education, household: Household })
export type PersonalDetails = z.infer<typeof PersonalDetails>

/** 签名: pen strokes, each a flat list x0,y0,x1,y1… in 0..1000 of the pad's width and height. */
export const Signature = z.strictObject({
  strokes: z
    .array(z.array(z.number().int().min(0).max(1000)).min(4).max(2000))
    .min(1)
    .max(60),
})
export type Signature = z.infer<typeof Signature>

/** Which union the person takes: one of those offered, or none, with a sentence why (这不对). */
export const UnionChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offered'), union: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('objection'), sentence: text(200, '请写一句哪里不对') }),
  /** The route itself asks for a human decision (R04, R07, R99). */
  z.strictObject({ kind: z.literal('review') }),
])
export type UnionChoice = z.infer<typeof UnionChoice>

/** 同意: the letter and the separate consent for sensitive data (PIPL §28–30), each with the version that was read. */
export const Consent = z.strictObject({
  letterVersion: z.string().min(1).max(64),
  privacyVersion: z.string().min(1).max(64),
  agreed: z.literal(true, '请先阅读并勾选同意'),
  sensitiveAgreed: z.literal(true, '请单独勾选同意处理敏感信息'),
  signature: Signature.optional(),
})
export type Consent = z.infer<typeof Consent>

/** 转入前的会籍 (R62): of a union that this system does not reach. `proof` is the picture of the certificate or of the 会员证, put before the form is sent. */
export const Elsewhere = z.strictObject({
  unionName: text(40, '请写现在是哪个工会的会员'),
  since: IsoDate.optional(),
  proof: FileId.optional(),
})
export type Elsewhere = z.infer<typeof Elsewhere>

/** The whole form as it is sent. */
export const JoinForm = z.strictObject({
  situation: Situation,
  retired: z.boolean(),
  identity: IdentityAnswers,
  details: PersonalDetails,
  elsewhere: Elsewhere.optional(),
  choice: UnionChoice,
  consent: Consent,
})
export type JoinForm = z.infer<typeof JoinForm>

/** 草稿: what has been typed so far, unfinished and unchecked, kept sealed so that leaving loses nothing. */
export const JoinDraft = z.strictObject({
  scene: z.string().max(32).optional(),
  step: z.string().max(32),
  /** The picture that the answers name: as long as the draft is kept, so is this. */
  proof: FileId.optional(),
  answers: z.record(z.string().max(32), z.unknown()),
})
export type JoinDraft = z.infer<typeof JoinDraft>
