import { z } from 'zod'
import { UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { UnitKind } from '../org/unit'
import { command, officerOf, query } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const OfTask = { union, task: z.string().min(1).max(200) }

/** One of two records that may be one unit’s, with how much stands on it. */
export const UnitSideView = z.object({
  unit: UnitId,
  name: z.string(),
  place: z.string(),
  unitKind: UnitKind,
  uscc: z.string().optional(),
  codeState: z.enum(['valid', 'misread', 'none']),
  ownUnion: z.string().optional(),
  coveredBy: z.array(z.string()),
  staff: z.number().int(),
  members: z.number().int(),
  applications: z.number().int(),
  transfers: z.number().int(),
  branches: z.number().int(),
  /** The numbers above stop at a thousand. */
  counted: z.enum(['exactly', 'at-least']),
})
export type UnitSideView = z.infer<typeof UnitSideView>

/** 一家单位登记了两次. */
export const unitProcedures = {
  sameUnits: query({
    summary: 'Two records that may be one unit’s, side by side, and what a merge would make of them',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfTask),
    output: z.object({
      dueOn: IsoDate,
      sides: z.array(UnitSideView).length(2),
      /** Which one to go on with, by the rules; the officer may choose the other. */
      suggested: UnitId,
      /** Both codes are valid and differ: an officer has to say that they are one unit’s. */
      twoCodes: z.boolean(),
      /** Each has a union of its own: those are merged first. */
      twoUnions: z.boolean(),
      outcomes: z.array(
        z.object({
          keep: UnitId,
          name: z.string(),
          uscc: z.string().optional(),
          ownUnion: z.string().optional(),
          coveredBy: z.array(z.string()),
          /** How many memberships will name the unit that stays, and whether their members read another name. */
          moved: z.number().int(),
          renamed: z.boolean(),
        }),
      ),
    }),
    errors: ['TASK_CLOSED', 'PAIR_CHANGED'],
  }),
  mergeUnits: command({
    summary: 'The two records are one unit’s: everything leads to the one that stays; undone within 7 days',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ ...OfTask, keep: UnitId, codes: z.enum(['agree', 'differ-yet-one-unit']) }),
    output: z.object({ merge: z.string(), until: IsoTime }),
    errors: ['TASK_CLOSED', 'PAIR_CHANGED', 'UNITS_TWO_UNIONS', 'UNITS_TWO_CODES', 'UNIT_IN_EVENT'],
  }),
  notSameUnits: command({
    summary: 'They are two: nobody is asked about this pair again',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfTask),
    output: z.object({}),
    errors: ['TASK_CLOSED'],
  }),
  undoUnitMerge: command({
    summary: 'Both records as they were, and everything that was moved goes back; what was done meanwhile stays',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union, merge: z.string().min(1).max(64) }),
    output: z.object({}),
    errors: ['MERGE_GONE', 'MERGED_AGAIN'],
  }),
} as const
