import { z } from 'zod'
import { ReviewId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { GradesOffered, ReviewForm, ReviewKind } from '../review/kinds'
import { base64urlOf } from './bytes'
import { command, officerAbove, query } from './procedure'
import { ResultView } from './review-results'
import { SlipCounts } from './review-survey'

const OfReview = z.strictObject({ union: UnionId, review: ReviewId })
const ofUnion = (input: { union: UnionId }) => input.union
const count = z.number().int()
const b32 = base64urlOf(32)
const both = <Shape extends z.ZodType>(of: Shape) => z.object({ ballot: of, remark: of })
const grades = { satisfied: count, mostly: count, dissatisfied: count }

/** Everything of the file but its casts, as docs/review-format.md has it. */
export const ExportHead = z.object({
  format: z.literal('workers-home-review-1'),
  announcement: z.object({
    review: ReviewId,
    union: UnionId,
    year: count,
    kind: ReviewKind,
    form: ReviewForm,
    grades: GradesOffered,
    staff: count,
    cutoff: IsoDate,
    signing: both(b32),
    tallyKey: b32,
  }),
  keys: both(base64urlOf(294)),
  tallySecret: b32,
  closing: z.object({
    electors: count,
    received: count,
    paper: z.object({ ...grades, invalid: count }),
    sum: z.object(grades),
    rejected: count,
    root: b32,
    remarkRoot: b32,
  }),
  digest: b32,
})

const exportRefusals = ['EXPORT_NOT_YET', 'EXPORT_WITHHELD', 'EXPORT_POOLED', 'EXPORT_CONCERNED'] as const

/** 监票: the file for a recount, which two scrutineers export together, and the protocol that is signed. */
export const scrutinyProcedures = {
  exportStanding: query({
    summary: 'Whether the file for a recount can be exported, was asked for, or lies open to both scrutineers',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: OfReview,
    output: z.object({
      /** 核对码. */
      digest: b32,
      asked: z.object({ mine: z.boolean(), until: IsoTime }).optional(),
      /** Until then the two who asked and confirmed fetch it, in so many pages. */
      open: z.object({ until: IsoTime, pages: both(count) }).optional(),
    }),
    errors: exportRefusals,
  }),
  askExport: command({
    summary: 'Ask for the file of a published review; another scrutineer confirms within half an hour',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: OfReview,
    output: z.object({ until: IsoTime }),
    errors: [...exportRefusals, 'EXPORT_ASKED'],
  }),
  confirmExport: command({
    summary: 'Confirm what another scrutineer asked for: both may fetch the file then',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: OfReview,
    output: z.object({ until: IsoTime }),
    errors: [...exportRefusals, 'EXPORT_NOT_ASKED', 'SECOND_SCRUTINEER'],
  }),
  exportHead: query({
    summary: 'The file without its casts, and on how many pages they are',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: OfReview,
    output: z.object({ head: ExportHead, pages: both(count) }),
    // It opens ballots: the platform’s log keeps none of it.
    answers: 'sealed',
    errors: [...exportRefusals, 'EXPORT_NOT_OPEN'],
  }),
  exportCasts: query({
    summary: 'One page of ballots or remarks as they were cast; page after page they stand in the order of their ids',
    access: officerAbove(ofUnion, 'scrutinise'),
    input: z.strictObject({
      ...OfReview.shape,
      envelope: z.enum(['ballot', 'remark']),
      page: z
        .number()
        .int()
        .min(0)
        .max(2 ** 18 - 1),
    }),
    output: z.object({ casts: z.array(z.string()) }),
    answers: 'sealed',
    errors: [...exportRefusals, 'EXPORT_NOT_OPEN'],
  }),
  reviewProtocol: query({
    summary: 'What the printed protocol of a published review says, for those who sign it; no channel apart',
    access: officerAbove(ofUnion, 'reviews', 'papers', 'scrutinise'),
    input: OfReview,
    output: z.object({
      ...ResultView.omit({ ratings: true }).shape,
      form: ReviewForm,
      /** 调查码 of a staff survey. */
      slips: SlipCounts.optional(),
      cutoff: IsoDate,
      receivingFrom: IsoTime,
      votingFrom: IsoTime,
      /** Exclusive. */
      votingUntil: IsoTime,
      countedAt: IsoTime,
      policyVersion: z.string(),
      /** Digest of the announcement, and fingerprints of its keys. */
      announcement: b32,
      fingerprints: both(b32),
      remarkRoot: b32,
      /** Who counted the papers; none where nobody took one. */
      tellers: z.array(z.string()),
      /** In office for the union, or, where it has none, for the nearest union above that has. */
      scrutineers: z.array(z.string()),
    }),
    answers: 'sealed',
    errors: ['EXPORT_NOT_YET'],
  }),
} as const
