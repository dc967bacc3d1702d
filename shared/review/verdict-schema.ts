import { z } from 'zod'
import { documents, type DocumentId } from '../policy/documents'
import { hasOwn } from '../core/own'
import type { Verdict } from './verdict'

const count = z.number().int().min(0)
const Fraction = z.object({ numerator: count, denominator: count })

/** 达标结论 as it is kept and told. */
export const VerdictSchema: z.ZodType<Verdict> = z.object({
  outcome: z.enum(['met', 'not-met', 'no-standard', 'too-few-voted', 'no-ballots']),
  rate: Fraction,
  withMostly: Fraction,
  mostlyCounts: z.boolean(),
  turnout: Fraction.extend({ atLeast: Fraction, reached: z.boolean() }),
  standard: z
    .object({
      percent: count,
      source: z.custom<DocumentId>((value) => typeof value === 'string' && hasOwn(documents, value)),
      clause: z.string(),
    })
    .optional(),
  rectification: z.boolean(),
  policy: z.string(),
})
