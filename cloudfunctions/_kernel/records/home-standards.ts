import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Answer } from '../../../shared/home/standards/answer'
import { assessmentStates, assessmentSteps } from '../../../shared/home/standards/assessment'
import { homeDocuments } from '../../../shared/home/standards/document'
import { itemStates, standardKeys } from '../../../shared/home/standards/keys'
import { collection } from '../store/port'

const Whole = z.number().int()
const Year = Whole
const ItemState = z.enum(itemStates)
const Standard = z.enum(standardKeys)

export const TotalsRecord = z.strictObject({
  unions: Whole,
  assessed: Whole,
  passed: Whole,
  standards: z.record(z.string(), z.strictObject({ unions: Whole, met: Whole, gap: Whole })),
  items: z.record(z.string(), z.strictObject({ met: Whole, gap: Whole, open: Whole })),
})

/**
 * 对照标准的现状: of a union itself, item by item, and the sum of everything below it. Kept by the clock once a day and with every result of an assessment;
 * nothing in it names anybody. `_id` is the union.
 */
export const StandingRecord = z.strictObject({
  _id: UnionId,
  name: z.string(),
  parent: UnionId.optional(),
  active: z.boolean(),
  /** Absent until it was computed itself: then it holds what is below alone. */
  standing: z
    .strictObject({
      document: z.enum(homeDocuments),
      standards: z.array(Standard),
      age: z.enum(['young', 'established']).optional(),
      items: z.record(z.string(), ItemState),
      /** 最近的评定结果. */
      result: z.strictObject({ year: Year, outcome: z.enum(['met', 'not-met']), on: IsoDate }).optional(),
      computedAt: IsoTime,
    })
    .optional(),
  own: TotalsRecord,
  below: TotalsRecord,
  revision: Whole,
})
export type StandingRecord = z.infer<typeof StandingRecord>
export const homeStandings = collection<StandingRecord>({
  name: 'homeStandings',
  schema: StandingRecord,
  indexes: { byParent: ['parent', 'active', 'name'] },
})

/** 条目定格: as it stood when it was sent, with the figures in words, so that a result can be read years later. */
const ItemSent = z.strictObject({
  id: z.string(),
  state: z.enum(['met', 'gap', 'claimed', 'not-meant']),
  /** Of what is claimed: 不适用. */
  claim: z.literal('not-meant').optional(),
  figures: z.string(),
  questions: z.array(z.string()),
})

/** 一年的申报与评定. `_id` is `{union}:{year}`: a union has one a year. */
export const AssessmentRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  unionName: z.string(),
  year: Year,
  /** 申报 by itself, or 评定 called by a union above. */
  why: z.enum(['applied', 'called']),
  /** Who checks it: the union directly above. */
  checker: UnionId,
  /** Who settles an objection: the union above the checker, or on top the checker itself. Once there is one. */
  settler: UnionId.optional(),
  state: z.enum(assessmentStates),
  document: z.enum(homeDocuments),
  standards: z.array(Standard),
  policyVersion: z.string(),
  /** Sealed JSON of Answers at homeAssessments/{_id}/answers: what people write may name somebody. */
  answers: z.string(),
  /** Empty until it is sent. */
  items: z.array(ItemSent),
  /** 逐条审核, of the sending that is looked at. */
  findings: z.record(
    z.string(),
    z.strictObject({ finding: z.enum(['met', 'short']), comment: z.string(), at: IsoTime, by: AccountId }),
  ),
  result: z
    .strictObject({ outcome: z.enum(['met', 'not-met']), met: Whole, of: Whole, on: IsoDate, comment: z.string() })
    .optional(),
  /** 每条的结果, of the last decision: it stands until it is decided again, whatever is sent and found in between. */
  states: z.record(z.string(), z.enum(['met', 'gap', 'not-meant'])).optional(),
  objection: z.strictObject({ text: z.string(), at: IsoTime, answer: z.string().optional() }).optional(),
  steps: z.array(
    z.strictObject({ step: z.enum(assessmentSteps), at: IsoTime, by: AccountId, text: z.string().optional() }),
  ),
  revision: Whole.min(1),
})
/** By question. */
export const Answers = z.record(z.string(), Answer)
export type Answers = z.infer<typeof Answers>
export type AssessmentRecord = z.infer<typeof AssessmentRecord>
export const homeAssessments = collection<AssessmentRecord>({
  name: 'homeAssessments',
  schema: AssessmentRecord,
  indexes: {
    byUnion: ['union', 'year'],
    byChecker: ['checker', 'state', 'year'],
    bySettler: ['settler', 'state', 'year'],
    all: [],
  },
})

/** 部署评定: a union above calls all below it to be assessed in a year. `_id` is `{union}:{year}`. */
export const AssessmentCallRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  year: Year,
  until: IsoDate,
  at: IsoTime,
  by: AccountId,
})
export type AssessmentCallRecord = z.infer<typeof AssessmentCallRecord>
export const assessmentCalls = collection<AssessmentCallRecord>({
  name: 'assessmentCalls',
  schema: AssessmentCallRecord,
  indexes: { byUnion: ['union', 'year'] },
})
