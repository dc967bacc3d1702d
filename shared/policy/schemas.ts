import { z } from 'zod'
import { hasOwn } from '../core/own'
import { PaperKind } from '../home/archive/papers'
import { homeDocuments } from '../home/standards/document'
import { LifeChange } from '../membership/life'
import { GradesOffered, ReviewForm } from '../review/kinds'
import type { PolicyKey, PolicyValues } from './values'

/**
 * 政策取值的格式: what a region may set a value to, read at the border. Bounds are those without which a rule would not work, or would tell on somebody; whether a
 * value is wise is for the two people who adopt it.
 */
const percent = z.number().int().min(1).max(100)
/** To pass at 100 % would tell how everybody voted, however many they are: nothing held against it could ever be published. */
const threshold = z.number().int().min(1).max(99)
const days = z.number().int().min(1).max(120)
const months = z.number().int().min(1).max(24)
const people = z.number().int().min(1).max(10_000)
const range = z
  .strictObject({ min: z.number().int().min(0).max(100), max: z.number().int().min(0).max(100).optional() })
  .refine(({ min, max = min }) => max >= min)
/** 花名册的列, in the printed order. */
export const rosterColumns = [
  '序号',
  '姓名',
  '性别',
  '身份证号码',
  '国籍',
  '学历',
  '手机号码',
  '户籍类型',
  '所属单位',
  '就业状况',
  '担任工会职务',
] as const
const share = z
  .strictObject({ numerator: z.number().int().min(1).max(100), denominator: z.number().int().min(1).max(100) })
  .refine(({ numerator, denominator }) => numerator <= denominator)
const papers = z.array(PaperKind).refine(eachOnce).readonly()
const targets = z.strictObject({
  units: percent.optional(),
  members: percent.optional(),
  rural: percent.optional(),
  cards: percent.optional(),
})
const money = z.number().int().min(0).max(100_000_000)

export const policySchemas: { readonly [Key in PolicyKey]: z.ZodType<PolicyValues[Key]> } = {
  dispatch: z.enum(['USER_FIRST', 'AGENCY_FIRST', 'WORKER_CHOICE']),
  newFormPrimary: z.enum(['TERRITORY', 'INDUSTRY']),
  dissolvedRetain: z.enum(['RESIDENCE', 'UPPER_UNION']),
  minAge: z.number().int().min(16).max(18),
  secondmentMonths: months,

  approvalWorkingDays: days,
  transferNoticeDays: days,
  objectionDays: days,
  taskWorkingDays: days,
  raisedWorkingDays: days,
  vacantOfficeDays: days,
  documentsFor: z
    .array(z.union([LifeChange, z.literal('move-in')]))
    .refine(eachOnce)
    .readonly(),
  letter: z.strictObject({
    version: z.string().regex(/^[\w-]{1,64}$/),
    title: z.string().trim().min(4).max(40),
    text: z.string().trim().min(20).max(500),
  }),
  letterConsent: z.enum(['tick', 'signature']),
  rosterColumns: z.array(z.enum(rosterColumns)).min(1).refine(eachOnce).readonly(),

  ownCommitteeAt: people,
  belowOwnCommittee: z
    .array(z.enum(['single', 'joint', 'organiser']))
    .min(1)
    .refine(eachOnce)
    .readonly(),
  womenCommittee: z.strictObject({ basis: z.enum(['members', 'staff']), at: people }),
  companionCommittees: z
    .array(z.enum(['audit', 'labour-law']))
    .refine(eachOnce)
    .readonly(),
  jointUnionMaxUnits: people,
  fullTimeChairAt: people,
  relativesExcludedAt: z.number().int().min(0).max(10_000),
  assistants: z.strictObject({ park: range.optional(), township: range.optional(), federation: range.optional() }),

  chairTrainingMonths: months,
  chairContractFiling: z.boolean(),

  termReminderMonths: months,
  termYears: z.array(z.number().int().min(1).max(5)).min(1).refine(eachOnce).readonly(),
  congressPerYear: range,
  rosterUpdate: z.strictObject({
    everyMonths: z.number().int().min(1).max(12),
    inMonths: z.array(z.number().int().min(1).max(12)).refine(eachOnce).readonly(),
  }),
  reviewForm: ReviewForm,
  reviewThresholds: z.strictObject({
    enterprise: threshold.optional(),
    stateOwned: threshold.optional(),
    publicInstitution: threshold.optional(),
    regionalSample: threshold.optional(),
    regionalStaff: threshold.optional(),
  }),
  reviewGrades: GradesOffered,
  reviewMostlyCounts: z.boolean(),
  reviewParticipation: share,
  // Fewer than ten tell on people, whatever a region says.
  reviewSmallGroup: z.number().int().min(10).max(200),
  reviewRectification: z.boolean(),
  homeGoal: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('six-have') }),
    z.strictObject({ kind: z.literal('by-age'), years: z.number().int().min(1).max(20) }),
  ]),
  homeTarget: z.number().int().min(0).max(100),
  contractTarget: z.number().int().min(0).max(100),
  homeReportDue: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    // Of a year without a leap day, so that every year has it.
    .refine((day) => z.iso.date().safeParse(`2026-${day}`).success)
    .nullable(),
  titleRecheckYears: z.number().int().min(1).max(10),
  honourRule: z.enum(['needs-title', 'tells']),
  homeDocument: z.enum(homeDocuments),

  meetingQuorum: share,
  staffCongressPerYear: range,
  staffDirectors: z.number().int().min(0).max(20),
  staffSupervisors: share,
  paperArchive: z.strictObject({ enterprise: papers, public: papers, regional: papers }),
  dutyReminderMonths: z.number().int().min(1).max(11),

  landline: z
    .strictObject({ areaCode: z.string().regex(/^0\d{2,3}$/), digits: z.union([z.literal(7), z.literal(8)]) })
    .nullable(),
  platform: z.string().trim().min(2).max(40).nullable(),
  subsidies: z
    .array(
      z.strictObject({
        staffFrom: z.number().int().min(0).max(1_000_000),
        staffTo: z.number().int().min(0).max(1_000_000).nullable(),
        amountFen: money,
      }),
    )
    .max(20)
    .refine(doNotOverlap)
    .readonly(),
  rateTargets: z.strictObject({ region: targets, unit: targets }),
  reportWorkingDays: days,
  // One can tell on two, whatever a region says.
  smallCount: z.number().int().min(3).max(50),
}

function eachOnce(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}

/** In order, none beginning before the one above it has ended; only the last is open. */
function doNotOverlap(brackets: readonly { readonly staffFrom: number; readonly staffTo: number | null }[]): boolean {
  return brackets.every(({ staffFrom, staffTo }, at) => {
    const next = brackets[at + 1]
    if (staffTo === null) return next === undefined
    return staffTo >= staffFrom && (next === undefined || next.staffFrom > staffTo)
  })
}

const isKey = (key: string): key is PolicyKey => hasOwn(policySchemas, key)
export const policyKeys: readonly PolicyKey[] = Object.keys(policySchemas).filter(isKey)
export const PolicyKeySchema = z.string().refine(isKey)
