import { z } from 'zod'
import { PersonId, ReviewId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { outReasons, paperReasons } from '../review/electorate'
import { command, officerAbove, officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfReview = { union: UnionId, review: ReviewId }
const Task = z.string().max(200)
const Reason = z.string().trim().min(2, '请写明理由').max(200)
const Sentence = z.string().trim().min(2, '请写一句哪里不对').max(300)
/** What the life of a review answers at the wrong time. */
const lifeRefusals = ['REVIEW_NOT_YET', 'REVIEW_TOO_LATE', 'REVIEW_CALLED_OFF', 'REVIEW_OBJECTION_OPEN'] as const
const Count = z.number().int()

/** 名单里看哪些人: one reading at a time. */
export const ElectorsShown = z.enum(['everybody', 'electors', 'excluded', ...outReasons, ...paperReasons])
export type ElectorsShown = z.infer<typeof ElectorsShown>

export const ElectorRow = z.object({
  person: PersonId,
  name: z.string(),
  memberNumber: z.string(),
  /** Absent where another union has them now. */
  unitName: z.string().optional(),
  standing: z.enum(['elector', 'excluded']),
  because: z.enum(outReasons).optional(),
  paperOnly: z.enum(paperReasons).optional(),
  /** By an objection. */
  admitted: z.boolean(),
})
export type ElectorRow = z.infer<typeof ElectorRow>

/** Whom an objection is about; somebody else by name only, as nobody finds out here who is on file. */
export const ListObjection = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('self'), sentence: Sentence }),
  z.strictObject({ about: z.literal('other'), name: z.string().trim().min(2, '请写姓名').max(40), sentence: Sentence }),
])
export type ListObjection = z.infer<typeof ListObjection>

export const ListVerdict = z.discriminatedUnion('kind', [
  /** 增补. */
  z.strictObject({ kind: z.literal('admit'), person: PersonId }),
  /** 删去. */
  z.strictObject({ kind: z.literal('strike'), person: PersonId }),
  /** 名单不变. */
  z.strictObject({ kind: z.literal('stands') }),
])
export type ListVerdict = z.infer<typeof ListVerdict>

/** 选民名单: reading it, objecting to it, mending it; and 撤销 as long as nobody can have voted. */
export const electorateProcedures = {
  electorList: query({
    summary: 'The list of electors of a review: who is in or out and why, never who received',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({
      ...OfReview,
      show: ElectorsShown,
      /** Part of a name or a member number: looks through the next stretch of the list. */
      search: z.string().trim().max(20).optional(),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({ rows: z.array(ElectorRow), cursor: z.string().optional() }),
    answers: 'sealed',
    errors: ['NOT_FOUND'],
  }),
  electorCounts: query({
    summary: 'How many stand on the list, are out and why, vote on paper alone and why, and received a token',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject(OfReview),
    output: z.object({
      /** False as long as the list is being taken: then these are the numbers so far. */
      whole: z.boolean(),
      electors: Count,
      out: z.record(z.enum(outReasons), Count),
      onPaper: z.record(z.enum(paperReasons), Count),
      openObjections: Count,
      /** 已领凭证, never whose. Absent before the close of a staff survey, and of a list of so few that a number tells who. */
      received: Count.optional(),
    }),
    errors: ['NOT_FOUND'],
  }),
  objectToList: command({
    summary: 'Say that the list of electors is wrong, about myself or about somebody else by name, until voting begins',
    access: signedIn,
    input: z.strictObject({ review: ReviewId, objection: ListObjection }),
    output: z.object({ dueOn: IsoDate }),
    errors: ['NOT_FOUND', ...lifeRefusals, 'LIST_OBJECTION_OPEN', 'LIST_OBJECTIONS_MANY'],
  }),
  listObjection: query({
    summary: 'One objection to the list of electors, for the union at whose desk it lies',
    access: officerOf(ofUnion, 'reviews'),
    input: z.strictObject({ union: UnionId, task: Task }),
    output: z.object({
      review: ReviewId,
      /** Whose review it is: another union’s where the objection went up. */
      reviewUnion: UnionId,
      unionName: z.string(),
      at: IsoTime,
      open: z.boolean(),
      /** Who objects, and how the list has them. */
      by: z.object({
        person: PersonId,
        name: z.string(),
        standing: z.enum(['elector', 'excluded']).optional(),
        because: z.enum(outReasons).optional(),
      }),
      objection: ListObjection,
      votingFrom: IsoTime,
    }),
    answers: 'sealed',
    errors: ['NOT_FOUND'],
  }),
  settleListObjection: command({
    summary: 'Settle an objection: admit an elector, strike one, or leave the list as it is, with a reason',
    access: officerOf(ofUnion, 'reviews'),
    input: z.strictObject({ union: UnionId, task: Task, verdict: ListVerdict, reason: Reason }),
    output: z.object({ electors: Count }),
    errors: [
      'NOT_FOUND',
      'TASK_CLOSED',
      ...lifeRefusals,
      'OWN_OBJECTION',
      'ELECTOR_UNKNOWN',
      'ELECTOR_NOT_ACTIVE',
      'ELECTOR_ALREADY',
      'ELECTOR_NOT_LISTED',
      'ELECTOR_NOT_MEANT',
      'ELECTOR_HAS_RECEIVED',
      'STRIKE_TOO_LATE',
    ],
  }),
  callOffReview: command({
    summary: 'Call a review off, with a reason that everybody reads; not once voting has begun',
    access: officerAbove(ofUnion, 'reviews'),
    input: z.strictObject({ ...OfReview, reason: Reason }),
    output: z.object({}),
    errors: ['NOT_FOUND', ...lifeRefusals],
  }),
} as const
