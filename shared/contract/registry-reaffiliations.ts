import { z } from 'zod'
import { FileId, UnionId } from '../core/ids'
import { IsoTime } from '../core/time'
import { ReaffiliationState } from '../org/reaffiliation'
import { command, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Key = z.string().min(1).max(64)
const one = z.strictObject({ union: UnionId, reaffiliation: Key })
const Papers = z.array(z.strictObject({ paper: z.enum(['report', 'reply']), file: FileId })).max(2)

/** 变更隶属: between the upper unions of both sides. */
export const reaffiliationProcedures = {
  unionsNamed: query({
    summary: 'Unions in being of exactly this name, with the one above each: which of them is meant',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({ union: UnionId, name: z.string().trim().min(2).max(60) }),
    output: z.object({ rows: z.array(z.object({ union: UnionId, name: z.string(), upperName: z.string() })) }),
    errors: [],
  }),
  askReaffiliation: command({
    summary: 'The union above asks another one to lead this union from now on',
    access: officerOf(ofUnion, 'found'),
    input: z.strictObject({
      union: UnionId,
      moving: UnionId,
      to: UnionId,
      reason: z.string().trim().min(2, '请写一句原因').max(200, '最多 200 个字'),
      papers: Papers,
    }),
    output: z.object({ reaffiliation: Key }),
    errors: ['DOCUMENT_MISSING', 'UNION_APPLICATION_OPEN', 'UNION_NOT_ACTIVE', 'UPPER_INVALID'],
  }),
  reaffiliation: query({
    summary: 'What is asked, and what became of it; for both sides',
    access: officerOf(ofUnion, 'found'),
    input: one,
    output: z.object({
      moving: UnionId,
      name: z.string(),
      fromName: z.string(),
      toName: z.string(),
      state: ReaffiliationState,
      side: z.enum(['gives', 'takes']),
      reason: z.string(),
      refusal: z.string().optional(),
      askedAt: IsoTime,
      papers: Papers,
    }),
    errors: [],
  }),
  reaffiliationPaper: query({
    summary: 'One of its papers, as a picture',
    answers: 'sealed',
    access: officerOf(ofUnion, 'found'),
    input: one.extend({ file: FileId }),
    /** `sentBy`: the officer of the side that gives. */
    output: z.object({ picture: z.string(), sentBy: z.string().optional() }),
    errors: [],
  }),
  answerReaffiliation: command({
    summary: 'Taken: it is below the other union from now on, and its line with it; or refused with a sentence',
    access: officerOf(ofUnion, 'found'),
    input: one.extend({
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('take') }),
        z.strictObject({
          kind: z.literal('refuse'),
          reason: z.string().trim().min(2, '请写一句原因').max(200, '最多 200 个字'),
        }),
      ]),
    }),
    output: z.object({}),
    errors: ['REAFFILIATION_CHANGED', 'UNION_NOT_ACTIVE', 'UPPER_INVALID'],
  }),
  withdrawReaffiliation: command({
    summary: 'Whoever asked thinks better of it, before it was answered',
    access: officerOf(ofUnion, 'found'),
    input: one,
    output: z.object({}),
    errors: ['REAFFILIATION_CHANGED'],
  }),
} as const
