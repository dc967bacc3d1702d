import { z } from 'zod'
import { FileId, HandedCode, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Reply } from '../org/union-change'
import {
  applicationPapers,
  FoundingBody,
  UnionApplicationBody,
  UnionApplicationKind,
  UnionApplicationState,
  UpwardBody,
} from '../org/union-application'
import { command, officerOf, query, signedIn } from './procedure'
import { PaperPicture } from './picture'
import { WarningView } from './registry-unions'

const ofUnion = (input: { union: UnionId }) => input.union
const ApplicationKey = z.string().min(1).max(64)
const Papers = z.array(z.strictObject({ paper: z.enum(applicationPapers), file: FileId })).max(3)
const code = z.strictObject({ code: HandedCode })

const ReplyView = z.object({ ...Reply.shape, on: IsoDate })

/** 申请, as lists show it. */
const Row = z.object({
  application: ApplicationKey,
  kind: UnionApplicationKind,
  state: UnionApplicationState,
  name: z.string(),
  upperName: z.string(),
  sentAt: IsoTime,
})

export const UnionApplicationView = Row.extend({
  /** The caller decides it, or sent it. */
  side: z.enum(['decides', 'sent']),
  union: UnionId.optional(),
  unit: z.object({ unit: UnitId, name: z.string(), place: z.string(), staff: z.number().int() }).optional(),
  body: UnionApplicationBody,
  papers: Papers,
  warnings: z.array(WarningView),
  returned: z.object({ reason: z.string(), at: IsoTime }).optional(),
  reply: ReplyView.extend({ event: z.string().optional() }).optional(),
})
export type UnionApplicationView = z.infer<typeof UnionApplicationView>

const refusals = [
  'CHAIR_MISSING',
  'COMMITTEE_MISSING',
  'CONSENT_MISSING',
  'DAY_INVALID',
  'DOCUMENT_MISSING',
  'IDENTITY_INVALID',
  'MOBILE_INVALID',
  'TERM_YEARS_INVALID',
  'UNION_APPLICATION_OPEN',
  'UNION_NOT_ACTIVE',
] as const

/** 建会、换届、补选、撤销的申请: upward, and the reply to them. */
export const applicationProcedures = {
  inviteFounding: command({
    summary:
      'A code for those who prepare a founding at this unit: whoever applies with it first, once, within sixty days',
    answers: 'sealed',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, unit: UnitId }),
    output: z.object({ code: HandedCode, link: z.string(), expiresAt: IsoTime }),
    errors: ['UNIT_UNKNOWN', 'ALREADY_FOUNDED', 'UNION_NOT_ACTIVE'],
  }),
  foundingOffer: query({
    summary:
      'What a founding code offers, and what became of the application sent with it; its own sender reads it again',
    answers: 'sealed',
    access: signedIn,
    input: code,
    output: z.object({
      upperName: z.string(),
      unitName: z.string(),
      place: z.string(),
      termYears: z.array(z.number().int()),
      application: z
        .object({
          state: UnionApplicationState,
          body: FoundingBody,
          returned: z.object({ reason: z.string(), at: IsoTime }).optional(),
          reply: ReplyView.optional(),
        })
        .optional(),
    }),
    errors: ['FOUNDING_OFFER_GONE'],
  }),
  putFoundingPaper: command({
    summary: 'A photographed paper of a founding, kept for a day until it is sent',
    access: signedIn,
    input: code.extend({ picture: PaperPicture }),
    output: z.object({ file: FileId }),
    errors: ['FOUNDING_OFFER_GONE', 'DOCUMENT_INVALID'],
  }),
  applyFounding: command({
    summary: '申请建会: to the union that handed the code; sent again after it was returned',
    access: signedIn,
    input: code.extend({ body: FoundingBody, papers: Papers }),
    output: z.object({}),
    errors: ['FOUNDING_OFFER_GONE', 'ALREADY_FOUNDED', 'APPLICATION_CHANGED', ...refusals],
  }),
  applyToUpper: command({
    summary: '换届、补选、撤销: to the union above; `again` names a returned one that is mended',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      again: ApplicationKey.optional(),
      body: UpwardBody,
      papers: Papers,
    }),
    output: z.object({ application: ApplicationKey }),
    errors: ['APPLICATION_CHANGED', 'UNION_LEADS_OTHERS', ...refusals],
  }),
  unionApplications: query({
    summary: 'What came to this union from below, or was sent from here, the newest first',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      show: z.enum(['received', 'sent']),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({ rows: z.array(Row), cursor: z.string().optional() }),
    errors: [],
  }),
  unionApplication: query({
    summary: 'One of them: what is asked, what the thresholds say to it, the reply',
    answers: 'sealed',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union: UnionId, application: ApplicationKey }),
    output: UnionApplicationView,
    errors: [],
  }),
  unionApplicationPaper: query({
    summary: 'One of its papers, as a picture',
    answers: 'sealed',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union: UnionId, application: ApplicationKey, file: FileId }),
    /** `sentBy`: the officer who sent it; a founding’s sender holds no office. */
    output: z.object({ picture: z.string(), sentBy: z.string().optional() }),
    errors: [],
  }),
  approveUnionApplication: command({
    summary:
      '批复: the union, its committees, offices and terms are there from now on; codes for those who take office',
    answers: 'sealed',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, application: ApplicationKey }),
    output: z.object({
      union: UnionId,
      reply: ReplyView,
      event: z.string().optional(),
      grants: z.array(z.object({ name: z.string(), code: HandedCode, link: z.string() })),
    }),
    errors: [
      'APPLICATION_CHANGED',
      'ALREADY_FOUNDED',
      'DAY_INVALID',
      'UNION_NOT_ACTIVE',
      'UNION_LEADS_OTHERS',
      'UNIT_UNKNOWN',
    ],
  }),
  returnUnionApplication: command({
    summary: '退回: what is to be mended; whoever sent it may send it again',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({
      union: UnionId,
      application: ApplicationKey,
      reason: z.string().trim().min(2, '请写一句哪里要改').max(200, '最多 200 个字'),
    }),
    output: z.object({}),
    errors: ['APPLICATION_CHANGED'],
  }),
} as const
