import { z } from 'zod'
import { FileId, RegionId, UnionId, UnitId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { EventItemState, EventPlan, PaperKind, UnionEventKind, UnionEventState } from '../membership/union-event'
import { command, officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const EventId = z.string().min(1).max(64)
const TaskId = z.string().min(1).max(200)
const OfEvent = { union: UnionId, event: EventId }
const UnionName = z.object({ union: UnionId, name: z.string() })

const Numbers = z.object({
  move: z.number().int(),
  offer: z.number().int(),
  retain: z.number().int(),
  reroute: z.number().int(),
})

/** 机构变动, as whoever confirms it sees it: numbers, where people go, a few of them with masked names. */
export const UnionEventView = z.object({
  event: EventId,
  kind: UnionEventKind,
  state: UnionEventState,
  unionName: z.string(),
  successorName: z.string().optional(),
  reason: z.string(),
  at: IsoTime,
  papers: z.array(z.object({ paper: PaperKind, file: FileId })),
  people: Numbers,
  destinations: z.array(UnionName.extend({ people: z.number().int() })),
  sample: z.array(z.object({ maskedName: z.string(), plan: EventPlan, from: z.string(), to: z.string() })),
  objectionDays: z.number().int(),
  objectUntil: IsoDate.optional(),
  /** Whom somebody still has to look at. */
  objected: z.number().int(),
  mayConfirm: z.boolean(),
})
export type UnionEventView = z.infer<typeof UnionEventView>

/** 我遇到的机构变动. */
export const MyEvent = z.object({
  event: EventId,
  kind: UnionEventKind,
  unionName: z.string(),
  plan: EventPlan,
  state: EventItemState,
  from: z.string(),
  to: z.string(),
  objectUntil: IsoDate.optional(),
  /** Today is one of the days on which I may object. */
  mayObject: z.boolean(),
  /** R08: kept on file near home, where I say where that is. */
  mayTellHome: z.boolean(),
})
export type MyEvent = z.infer<typeof MyEvent>

/** 机构变动带动的会籍: procedures of the membership function. */
export const eventProcedures = {
  unionEvent: query({
    summary: 'A founding, merger or dissolution that this union confirms: how many it moves, and where',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject(OfEvent),
    output: UnionEventView,
    errors: [],
  }),
  eventPaper: query({
    summary: 'One of its papers, as a picture',
    answers: 'sealed',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({ ...OfEvent, file: FileId }),
    output: z.object({ picture: z.string(), putBy: z.string() }),
    errors: [],
  }),
  planEvent: command({
    summary: 'Goes on with the list at once, instead of waiting for the clock; harmless to repeat',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject(OfEvent),
    output: z.object({ state: UnionEventState, people: Numbers }),
    errors: [],
  }),
  confirmEvent: command({
    summary: 'One confirmation for everybody: members are told and may object, then the clock moves them',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject(OfEvent),
    output: z.object({ objectUntil: IsoDate }),
    errors: ['EVENT_NOT_PLANNED', 'EVENT_CHANGED'],
  }),
  myEvents: query({
    summary: 'What foundings, mergers and dissolutions do with my membership, the newest first',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({ events: z.array(MyEvent) }),
    errors: [],
  }),
  objectToEvent: command({
    summary: '我不同意: with a sentence, to the nearest union above both sides',
    access: signedIn,
    input: z.strictObject({
      event: EventId,
      sentence: z.string().trim().min(2, '请写一句为什么').max(200, '最多 200 个字'),
    }),
    output: z.object({ settler: z.string() }),
    errors: ['EVENT_CHANGED', 'OBJECTION_OVER'],
  }),
  acceptEventOffer: command({
    summary: 'I would rather belong to the new union: I move with the others',
    access: signedIn,
    input: z.strictObject({ event: EventId }),
    output: z.object({}),
    errors: ['EVENT_CHANGED'],
  }),
  tellHome: command({
    summary:
      'Where I live: the union there keeps my membership instead of the one above (R08). The answer itself is not kept',
    access: signedIn,
    input: z.strictObject({ event: EventId, region: RegionId }),
    output: z.object({ to: z.string() }),
    errors: ['EVENT_CHANGED', 'REGION_UNKNOWN'],
  }),
  eventObjection: query({
    summary: 'Who objects to which move, and why',
    answers: 'sealed',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({ union: UnionId, task: TaskId }),
    output: z.object({
      name: z.string(),
      memberNumber: z.string(),
      unitName: z.string(),
      kind: UnionEventKind,
      unionName: z.string(),
      from: UnionName,
      to: UnionName,
      /** Absent where nobody objects and the move itself failed. */
      sentence: z.string().optional(),
      /** The union they are in is still there. */
      mayKeep: z.boolean(),
      settled: z.boolean(),
    }),
    errors: [],
  }),
  settleObjection: command({
    summary: 'The person moves, moves elsewhere, or stays; what is decided is carried out at once',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({
      union: UnionId,
      task: TaskId,
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('move') }),
        z.strictObject({ kind: z.literal('elsewhere'), to: UnionId }),
        z.strictObject({ kind: z.literal('keep') }),
      ]),
    }),
    output: z.object({}),
    errors: [
      'TASK_CLOSED',
      'EVENT_CHANGED',
      'UNION_NOT_ACTIVE',
      'UNION_NOT_OFFERED',
      'MEMBERSHIP_MOVED',
      'MEMBERSHIP_ENDED',
    ],
  }),
  foundingTask: query({
    summary: 'A unit that should have a union, or a joint union with too many units: the numbers behind the task',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({ union: UnionId, task: TaskId }),
    output: z.object({
      kind: z.enum(['own-committee', 'joint-too-many', 'assist-founding']),
      name: z.string(),
      place: z.string(),
      unit: UnitId.optional(),
      /** Members, or of a joint union the units it lists. */
      count: z.number().int(),
      /** From how many on; absent where every unit counts. */
      threshold: z.number().int().optional(),
      staff: z.number().int().optional(),
      settled: z.boolean(),
    }),
    errors: [],
  }),
  settleFoundingTask: command({
    summary: 'It is taken care of, or there is nothing to do',
    access: officerOf(ofUnion, 'assign'),
    input: z.strictObject({ union: UnionId, task: TaskId, verdict: z.enum(['done', 'drop']) }),
    output: z.object({}),
    errors: ['TASK_CLOSED'],
  }),
} as const
