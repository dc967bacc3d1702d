import { z } from 'zod'
import { ApplicationId, UnionId } from '../core/ids'
import { OfficerRight, OfficerRole } from '../org/officers'
import { IsoDate, IsoTime } from '../core/time'
import { ApplicationState } from '../membership/application'
import { HealthView, OperationsView } from './health-views'
import { anyone, command, officerOf, query, signedIn } from './procedure'

/** 我的状态: what the first page needs to say where I stand. */
const Standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('applying'),
    application: ApplicationId,
    state: ApplicationState,
    unionName: z.string(),
    dueOn: IsoDate,
    workingDaysLeft: z.number().int(),
  }),
  z.object({
    kind: z.literal('member'),
    maskedName: z.string(),
    union: UnionId,
    unionName: z.string(),
    memberNumber: z.string(),
    since: IsoDate,
    retained: z.boolean(),
  }),
])

const Notice = z.object({ id: z.string(), at: IsoTime, text: z.string(), application: ApplicationId.optional() })

const Office = z.object({
  union: UnionId,
  unionName: z.string(),
  role: OfficerRole,
  rights: z.array(OfficerRight),
  /** Leads other unions: sees letters and objections of those below. */
  leads: z.boolean(),
  waiting: z.number().int(),
  dueSoon: z.number().int(),
  members: z.number().int(),
})

export const Me = z.object({
  standing: Standing,
  /** A phone number that WeChat verified, masked; absent while none is. */
  verifiedMobile: z.string().optional(),
  notices: z.array(Notice),
  offices: z.array(Office),
  draft: z.object({ step: z.string(), savedAt: IsoTime }).optional(),
})
export type Me = z.infer<typeof Me>

export const session = {
  name: 'session',
  procedures: {
    me: query({
      summary: 'Where I stand: membership, application, notices, offices',
      access: signedIn,
      input: z.strictObject({}),
      output: Me,
      errors: [],
    }),
    verifyPhone: command({
      summary: 'Exchange WeChat’s one-time phone code for the verified number, kept sealed with the account',
      access: signedIn,
      input: z.strictObject({ code: z.string().min(1).max(256) }),
      output: z.object({ mobile: z.string() }),
      errors: ['PHONE_NOT_VERIFIED'],
    }),
    health: query({
      summary: 'Whether the system is well, for a monitor outside',
      access: anyone,
      input: z.strictObject({}),
      output: HealthView,
      errors: [],
    }),
    operations: query({
      summary: 'Backlogs, jobs and alerts, for officers of a union that has none above it',
      access: officerOf((input: { union: UnionId }) => input.union, 'assign'),
      input: z.strictObject({ union: UnionId }),
      output: OperationsView,
      errors: [],
    }),
    readNotice: command({
      summary: 'Put a notice aside',
      access: signedIn,
      input: z.strictObject({ notice: z.string().min(1).max(64) }),
      output: z.object({}),
      errors: [],
    }),
  },
} as const
