import { z } from 'zod'
import { ApplicationId, PersonId, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Signature } from '../membership/joining'
import { MembershipState } from '../membership/life'
import { TaskKind } from '../membership/task'
import { CountedAt } from './counted-at'
import { Entrusted, HistoryLine } from './membership-states'
import { CommitteeDecision, RosterRow } from './membership-views'
import { officerAbove, officerOf, query } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const OfApplication = { union, application: ApplicationId }

/** 数字后面的人: groups that the statistics count. */
export const RosterGroup = z.enum(['women', 'men', 'regular', 'dispatched', 'newForm', 'rural', 'cards', 'noCard'])
export type RosterGroup = z.infer<typeof RosterGroup>

/** 花名册与申请书: what officers read of those who are members. */
export const rosterProcedures = {
  roster: query({
    summary: 'Members of this union; a search opens sealed names in a bounded scan',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({
      union,
      search: z.string().trim().max(20).optional(),
      unit: UnitId.optional(),
      /** 在册, 会籍保留 or ended; a roster without it goes through all, those in the union first. */
      state: MembershipState.optional(),
      /** Only those whom a figure counts; goes through so many a page that it may show fewer. */
      group: RosterGroup.optional(),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({
      rows: z.array(RosterRow),
      cursor: z.string().optional(),
      total: z.number().int(),
      countedAt: CountedAt,
      units: z.array(z.object({ unit: UnitId, name: z.string() })),
    }),
    answers: 'sealed',
    errors: [],
  }),
  member: query({
    summary: 'One member of this union with the history of the membership',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union, person: PersonId }),
    output: RosterRow.extend({
      sex: z.enum(['male', 'female']).optional(),
      age: z.number().int().optional(),
      nationality: z.string(),
      documentName: z.string(),
      education: z.string(),
      household: z.string(),
      employment: z.string(),
      category: z.string(),
      contractUntil: IsoDate.optional(),
      secondedSince: IsoDate.optional(),
      entrusted: Entrusted.optional(),
      history: z.array(HistoryLine),
      /** 正在办: open tasks about this member, at whose desk each lies. */
      underWay: z.array(z.object({ kind: TaskKind, unionName: z.string(), dueOn: IsoDate })),
      application: ApplicationId.optional(),
    }),
    answers: 'sealed',
    errors: [],
  }),
  letters: query({
    summary:
      'Letters of members approved by this union or by unions directly below: the upper union’s copy (003 annex 2, 一式两份)',
    access: officerOf(ofUnion, 'letters'),
    input: z.strictObject({ union, cursor: z.string().max(400).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          application: ApplicationId,
          union: UnionId,
          unionName: z.string(),
          maskedName: z.string(),
          approvedOn: IsoDate,
          signed: z.boolean(),
          /** 纸质签名, entered by an officer; and whether the person has WeChat at all (003 annex 2). */
          onPaper: z.boolean(),
          hasWechat: z.boolean(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  letterCopy: query({
    summary: 'One signed letter, for the union that approved it and every union above',
    access: officerAbove(ofUnion, 'letters'),
    input: z.strictObject(OfApplication),
    output: z.object({
      title: z.string(),
      text: z.string(),
      version: z.string(),
      name: z.string(),
      unionName: z.string(),
      agreedAt: IsoTime,
      signature: Signature.optional(),
      /** A picture of the signed paper, where it was signed on paper. */
      paper: z.string().optional(),
      committee: CommitteeDecision.optional(),
    }),
    answers: 'sealed',
    errors: [],
  }),
} as const
