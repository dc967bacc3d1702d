import { z } from 'zod'
import { PersonId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { command, officerInPlace, officerOf, query } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const Task = z.string().min(1).max(200)
const OfTask = { union, task: Task }

export const SideView = z.object({
  person: PersonId,
  name: z.string(),
  maskedNumber: z.string(),
  documentName: z.string(),
  mobile: z.string(),
  birth: z.string().optional(),
  unionName: z.string(),
  unitName: z.string(),
  state: z.string(),
  since: IsoDate,
  memberNumber: z.string(),
  bound: z.boolean(),
  history: z.array(z.object({ at: IsoTime, text: z.string() })),
})
export type SideView = z.infer<typeof SideView>

/** 数据清理. */
export const cleanProcedures = {
  cleanList: query({
    summary: 'What of the data waits for a look at this union, and merges that can still be undone',
    answers: 'sealed',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union }),
    output: z.object({
      tasks: z.array(
        z.object({
          task: z.string(),
          kind: z.enum(['hanging-membership', 'same-person-twice', 'same-unit-twice']),
          dueOn: IsoDate,
          /** Of whom, where it is about two records. */
          name: z.string().optional(),
          /** Whose list it is, where it came up from below. */
          from: z.string().optional(),
        }),
      ),
      merges: z.array(
        z.object({
          merge: z.string(),
          kind: z.enum(['person', 'unit']),
          name: z.string(),
          at: IsoTime,
          until: IsoTime,
          /** Units: whoever names the merged one is still being moved. */
          moving: z.enum(['forward', 'back', 'no']),
        }),
      ),
    }),
    errors: [],
  }),
  hanging: query({
    summary: '空挂会员 of this union, and of dissolved unions directly below it; computed when it is opened',
    answers: 'sealed',
    access: officerInPlace(ofUnion, 'roster', 'hanging-membership'),
    input: z.strictObject({ union, cursor: z.string().max(900).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          person: PersonId,
          name: z.string(),
          maskedNumber: z.string(),
          unionName: z.string(),
          /** Whether it is this union’s own member, whom it may confirm. */
          own: z.boolean(),
          why: z.enum(['no-workplace', 'unconfirmed', 'union-ended']),
          lastOn: IsoDate,
        }),
      ),
      /** How many memberships this answer looked through. */
      looked: z.number().int(),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  settleHanging: command({
    summary: 'The list was gone through; what still hangs comes again with the next half-year',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfTask),
    output: z.object({}),
    errors: ['TASK_CLOSED'],
  }),
  samePerson: query({
    summary: 'Two records that may be one person’s, side by side, and what a merge would make of them',
    answers: 'sealed',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfTask),
    output: z.object({
      open: z.boolean(),
      sides: z.array(SideView).length(2),
      /** Which one to go on with, by the rules; the officer may choose the other where `outcomes` has it. */
      suggested: PersonId,
      outcomes: z.array(
        z.object({
          keep: PersonId,
          unionName: z.string(),
          unitName: z.string(),
          since: IsoDate,
          memberNumber: z.string(),
          account: z.enum(['kept', 'merged', 'none', 'kept-other-untied']),
        }),
      ),
    }),
    errors: ['TASK_CLOSED', 'PAIR_CHANGED'],
  }),
  mergePersons: command({
    summary:
      'The two records are one person’s: one membership, one history, both numbers lead to it; undone within 7 days',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ ...OfTask, keep: PersonId }),
    output: z.object({ merge: z.string(), until: IsoTime }),
    errors: ['TASK_CLOSED', 'PAIR_CHANGED', 'PERSON_BUSY', 'MEMBERSHIP_WOULD_END'],
  }),
  notSame: command({
    summary: 'They are two: nobody is asked about this pair again',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfTask),
    output: z.object({}),
    errors: ['TASK_CLOSED'],
  }),
  undoMerge: command({
    summary: 'Both records as they were; what was done with the one that stayed meanwhile stays with it',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union, merge: z.string().min(1).max(64) }),
    output: z.object({}),
    errors: ['MERGE_GONE', 'MERGED_AGAIN'],
  }),
} as const
