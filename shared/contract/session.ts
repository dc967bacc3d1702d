import { z } from 'zod'
import { ExportAnnex } from '../roster/export'
import { ImportAnnex } from '../roster/import'
import { ApplicationId, BrowserId, ConfirmationCode, UnionId } from '../core/ids'
import { OfficerRight, OfficerRole } from '../org/officers'
import { IsoDate, IsoTime } from '../core/time'
import { ConfirmedAct, ConfirmationState, WholeValue } from '../desk/confirmation'
import { ApplicationState } from '../membership/application'
import { MembershipState } from '../membership/life'
import { CountedAt } from './counted-at'
import { HealthView, OperationsView } from './health-views'
import { anyone, command, exchange, fromBrowser, officerOf, onPhone, query, signedIn } from './procedure'

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
    /** 会员卡: activated, on whichever phone. */
    hasCard: z.boolean(),
  }),
  /** 退会、开除、去世: what the record says, as long as nothing new has begun. */
  z.object({
    kind: z.literal('ended'),
    state: MembershipState.extract(['left', 'expelled', 'deceased']),
    unionName: z.string(),
    on: IsoDate.optional(),
  }),
])

const Notice = z.object({
  id: z.string(),
  at: IsoTime,
  text: z.string(),
  application: ApplicationId.optional(),
  /** 机构变动: what happens with my membership stands on a page of its own. */
  event: z.string().optional(),
})

const Office = z.object({
  union: UnionId,
  unionName: z.string(),
  role: OfficerRole,
  rights: z.array(OfficerRight),
  /** Leads other unions: sees letters and objections of those below. */
  leads: z.boolean(),
  waiting: z.number().int(),
  /** 待办 besides applications. */
  tasks: z.number().int(),
  dueSoon: z.number().int(),
  /** 请假: my rights here rest until this day. */
  leave: z.object({ until: IsoDate }).optional(),
  /** 代行: until this day I act for a colleague on leave as well. */
  acting: z.object({ role: OfficerRole, until: IsoDate }).optional(),
  members: z.number().int(),
  countedAt: CountedAt,
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

/** What a desk page shows for the phone to scan. */
export const ShownCode = z.object({
  code: ConfirmationCode,
  link: z.string(),
  number: z.number().int(),
  expiresAt: IsoTime,
})
export type ShownCode = z.infer<typeof ShownCode>

/** What the phone is asked, in facts: the page words it. */
const AskedAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in') }),
  z.object({ kind: z.literal('reveal'), unionName: z.string(), maskedName: z.string(), value: WholeValue }),
  z.object({ kind: z.literal('export-mine') }),
  z.object({ kind: z.literal('export-table'), annex: ExportAnnex, ofName: z.string(), rows: z.number().int() }),
  z.object({ kind: z.literal('import-table'), annex: ImportAnnex, unionName: z.string(), rows: z.number().int() }),
])

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
      access: onPhone,
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
    openSignIn: exchange({
      summary: '电脑登录: a code for this browser, good for a minute; whoever was signed in here is signed out',
      answers: 'sealed',
      access: fromBrowser,
      input: z.strictObject({}),
      output: ShownCode,
      errors: [],
    }),
    collectSignIn: exchange({
      summary: 'What became of this browser’s code; once confirmed, the browser is signed in',
      access: fromBrowser,
      input: z.strictObject({ code: ConfirmationCode }),
      output: z.object({ state: z.enum(['asked', 'refused', 'gone', 'signed-in']) }),
      errors: [],
    }),
    askConfirmation: command({
      summary: 'A code for one act at the desk that wants the person’s own phone',
      answers: 'sealed',
      access: signedIn,
      input: z.strictObject({ act: ConfirmedAct }),
      output: ShownCode,
      errors: [],
    }),
    confirmationState: query({
      summary: 'What became of a code that this browser shows',
      access: signedIn,
      input: z.strictObject({ code: ConfirmationCode }),
      output: z.object({ state: z.union([ConfirmationState, z.literal('gone')]) }),
      errors: [],
    }),
    seeConfirmation: query({
      summary: 'On the phone: what is asked, from where, and the numbers to pick from',
      access: onPhone,
      input: z.strictObject({ code: ConfirmationCode }),
      output: z.object({
        act: AskedAct,
        where: z.string(),
        askedAt: IsoTime,
        choices: z.array(z.number().int()),
      }),
      errors: ['CONFIRMATION_GONE'],
    }),
    answerConfirmation: command({
      summary: 'On the phone: yes with the number that the desk shows, or no. A wrong number is a no',
      access: onPhone,
      input: z.strictObject({
        code: ConfirmationCode,
        answer: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('pick'), number: z.number().int() }),
          z.strictObject({ kind: z.literal('refuse') }),
        ]),
      }),
      output: z.object({ outcome: z.enum(['confirmed', 'refused', 'wrong']) }),
      errors: ['CONFIRMATION_GONE'],
    }),
    desks: query({
      summary: 'Browsers in which I am signed in',
      access: signedIn,
      input: z.strictObject({}),
      output: z.object({
        desks: z.array(
          z.object({ desk: BrowserId, where: z.string(), since: IsoTime, until: IsoTime, here: z.boolean() }),
        ),
      }),
      errors: [],
    }),
    endDesk: command({
      summary: 'Sign one of my browsers out, or all of them',
      access: signedIn,
      input: z.strictObject({ desk: z.union([BrowserId, z.literal('all')]) }),
      output: z.object({}),
      errors: [],
    }),
    messageTemplates: query({
      summary: 'Ids of the message templates to ask consent for; none where no messages are sent',
      access: onPhone,
      input: z.strictObject({}),
      output: z.object({ templates: z.array(z.string()) }),
      errors: [],
    }),
    subscribe: command({
      summary: 'I agreed in WeChat to get a message: keep, sealed, where to send it',
      access: onPhone,
      input: z.strictObject({}),
      output: z.object({}),
      errors: [],
    }),
  },
} as const
