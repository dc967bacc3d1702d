import { z } from 'zod'
import { FileId, UnionId } from '../core/ids'
import { shownText } from '../core/shown-text'
import { IsoDate, IsoTime } from '../core/time'
import { Answer, questionKinds } from '../home/standards/answer'
import { assessmentStates, assessmentSteps } from '../home/standards/assessment'
import { itemStates, standardKeys } from '../home/standards/keys'
import { recordPlaces } from '../home/standards/places'
import { PaperPicture } from './picture'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Count = z.number().int()
const Year = Count.min(2000).max(2999)
const Id = z.string().min(1).max(64)
const Cursor = z.string().max(400).optional()
const Finding = z.enum(['met', 'short'])
const said = shownText('请写一句', 300)

/** One assessment, seen by its own union; or by one above it, which says of which. */
const own = { union: UnionId, year: Year }
const below = { union: UnionId, below: UnionId, year: Year }

const ResultView = z.object({ outcome: z.enum(['met', 'not-met']), met: Count, of: Count, on: IsoDate })

/** 指标: what records say, in words; and where those records are kept. */
const MetricView = z.object({
  name: z.string(),
  state: z.enum(['met', 'short', 'no-record', 'ask', 'not-meant']),
  text: z.string(),
  place: z.enum(recordPlaces).optional(),
})
const item = { id: z.string(), label: z.string(), text: z.string(), state: z.enum(itemStates) }

const StandardView = z.object({
  key: z.enum(standardKeys),
  name: z.string(),
  source: z.string(),
  items: z.array(z.object({ ...item, section: z.string(), metrics: z.array(MetricView) })),
})

export const AssessmentView = z.object({
  unionName: z.string(),
  checkerName: z.string(),
  year: Year,
  why: z.enum(['applied', 'called']),
  state: z.enum(assessmentStates),
  seen: Count,
  /** Which sending this is, as a finding on it names it. */
  sending: Count,
  /** What whoever looks may do with it now. */
  may: z.array(z.enum(['answer', 'withdraw', 'check', 'object', 'settle'])),
  names: z.array(z.string()),
  items: z.array(
    z.object({
      ...item,
      figures: z.string(),
      /** Where the records behind the figures are, once it is sent. */
      place: z.enum(recordPlaces).optional(),
      questions: z.array(z.string()),
      finding: Finding.optional(),
      comment: z.string().optional(),
    }),
  ),
  questions: z.array(
    z.object({
      question: z.string(),
      asks: z.enum(questionKinds),
      text: z.string(),
      /** Which items rest on it. */
      labels: z.array(z.string()),
      mayNotBeMeant: z.boolean(),
      answer: Answer.optional(),
    }),
  ),
  result: ResultView.extend({ comment: z.string() }).optional(),
  objection: z.object({ text: z.string(), answer: z.string().optional() }).optional(),
  /** 与上次相比. */
  before: z
    .object({ year: Year, met: Count, of: Count, gained: z.array(z.string()), lost: z.array(z.string()) })
    .optional(),
  steps: z.array(z.object({ step: z.enum(assessmentSteps), at: IsoTime, text: z.string().optional() })),
})

const Row = z.object({
  union: UnionId,
  unionName: z.string(),
  year: Year,
  state: z.enum(assessmentStates),
  result: ResultView.optional(),
})

/** 对照标准、申报与评定. */
export const standardProcedures = {
  standing: query({
    summary:
      'Where a union stands against the standards that apply to it, from its records alone: what would lift it most comes first',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      unionName: z.string(),
      on: IsoDate,
      standards: z.array(StandardView),
      gaps: z.array(z.object({ ...MetricView.shape, lifts: Count, labels: z.array(z.string()) })),
      /** The region goes by the years since founding, and nobody told when it was founded. */
      ageUnknown: z.boolean(),
      year: Year,
      /** This year’s, or last year’s where that is not over. */
      assessment: z.object({ year: Year, state: z.enum(assessmentStates) }).optional(),
      called: z.object({ by: z.string(), until: IsoDate }).optional(),
      results: z.array(ResultView.extend({ year: Year })),
      mayApply: z.boolean(),
    }),
    errors: [],
  }),
  startAssessment: command({
    summary: '申报: from now on the union answers what records cannot tell; once a year',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({ year: Year }),
    errors: ['ASSESSMENT_OPEN', 'NOBODY_TO_ASSESS', 'UNION_NOT_ACTIVE'],
  }),
  callAssessment: command({
    summary: '部署评定: all unions below are asked to send theirs by a day of this year',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ union: UnionId, until: IsoDate }),
    output: z.object({}),
    errors: ['ASSESSMENT_DAY'],
  }),
  assessment: query({
    summary: 'One assessment: items, questions with their answers, what was found, the result',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject(own),
    output: AssessmentView,
    errors: [],
  }),
  putEvidence: command({
    summary: 'A photograph for an answer that is being written; what none keeps is swept',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, picture: PaperPicture }),
    output: z.object({ file: FileId }),
    errors: ['DOCUMENT_INVALID'],
  }),
  evidence: query({
    summary: 'A photograph of an answer, as a data URL',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ ...own, file: FileId }),
    output: z.object({ picture: z.string(), sentBy: z.string().optional() }),
    errors: [],
  }),
  saveAnswer: command({
    summary: 'The answer to one question, as long as the assessment is with the union',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...own, question: Id, answer: Answer }),
    output: z.object({ left: Count }),
    errors: ['ASSESSMENT_NOT_OPEN', 'ASSESSMENT_DECIDED', 'ANSWER_NOT_OFFERED', 'DOCUMENT_MISSING'],
  }),
  sendAssessment: command({
    summary: 'To the union above, with every question answered; what records say is fixed as it is now',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...own, seen: Count }),
    output: z.object({}),
    errors: ['ASSESSMENT_NOT_OPEN', 'ASSESSMENT_DECIDED', 'ASSESSMENT_CHANGED', 'ANSWERS_MISSING'],
  }),
  withdrawAssessment: command({
    summary: 'Takes it back before there is a result; the answers stay for another start',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject(own),
    output: z.object({}),
    errors: ['ASSESSMENT_NOT_OPEN', 'ASSESSMENT_DECIDED'],
  }),
  assessmentsBelow: query({
    summary: 'Those that wait to be checked here, those with a result, and those whose result is objected to',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ union: UnionId, show: z.enum(['waiting', 'decided', 'objected']), cursor: Cursor }),
    output: z.object({
      rows: z.array(Row),
      called: z.object({ until: IsoDate }).optional(),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  findItem: command({
    summary: 'Of one item: found so or not, with a comment; what records say is a gap stays one',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({
      ...below,
      sending: Count,
      item: Id,
      finding: Finding,
      comment: z.string().trim().max(200, '最多 200 个字'),
    }),
    output: z.object({ left: Count }),
    errors: ['ASSESSMENT_NOT_SENT', 'ASSESSMENT_CHANGED', 'GAP_STAYS', 'COMMENT_MISSING'],
  }),
  decideAssessment: command({
    summary: 'The result, once every item was looked at; or back to the union with a sentence',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({
      ...below,
      seen: Count,
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('decide'), comment: z.string().trim().max(300, '最多 300 个字') }),
        z.strictObject({ kind: z.literal('return'), reason: said }),
      ]),
    }),
    output: z.object({ state: z.enum(assessmentStates) }),
    errors: ['ASSESSMENT_NOT_SENT', 'ASSESSMENT_CHANGED', 'FINDINGS_MISSING'],
  }),
  objectAssessment: command({
    summary: 'Once, to the union above the one that decided',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ ...own, text: said }),
    output: z.object({}),
    errors: ['ASSESSMENT_NOT_SENT', 'ASSESSMENT_DECIDED', 'RESULT_OBJECTION_OVER'],
  }),
  settleAssessment: command({
    summary: 'The result stays, or whoever decided looks at it again',
    access: officerOf(ofUnion, 'approve'),
    input: z.strictObject({ ...below, verdict: z.enum(['uphold', 'reopen']), text: said }),
    output: z.object({ state: z.enum(assessmentStates) }),
    errors: ['ASSESSMENT_NOT_OBJECTED'],
  }),
} as const
