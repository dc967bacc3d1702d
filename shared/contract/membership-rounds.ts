import { z } from 'zod'
import { PersonId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Month, type FlowKey } from '../org/figures'
import { toldFields, type UnionFieldKey } from '../org/union-fields'
import { ReportView } from './membership-reports'
import { command, officerInPlace, officerOf, query, signedIn } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union

export const RoundStateView = z.enum(['not-due', 'open', 'overdue', 'closed'])
/** 变动的种类 of a round: what is counted since the last one. */
export const RoundChangeKind = z.enum([
  'joined',
  'moved-in',
  'resumed',
  'moved-out',
  'retained',
  'left',
  'expelled',
  'deceased',
  'reinstated',
  'workplace-changed',
])
export type RoundChangeKind = z.infer<typeof RoundChangeKind>
/** What a month’s figures call it. */
export const changeOfFlow: Readonly<Record<FlowKey, RoundChangeKind>> = {
  joined: 'joined',
  movedIn: 'moved-in',
  resumed: 'resumed',
  movedOut: 'moved-out',
  retained: 'retained',
  left: 'left',
  expelled: 'expelled',
  deceased: 'deceased',
  reinstated: 'reinstated',
}

const FieldKey: z.ZodType<UnionFieldKey> = z.enum([
  'unitName',
  'unitCode',
  'unitKind',
  'address',
  'staff',
  'name',
  'foundedOn',
  'type',
  'members',
  'leader',
  'phone',
])

const CompositionView = z.object({
  members: z.number().int(),
  women: z.number().int(),
  dispatched: z.number().int(),
  newForm: z.number().int(),
  stale: z.number().int(),
  hanging: z.number().int(),
  byEmployment: z.array(z.object({ name: z.string(), count: z.number().int() })),
})

export const RoundView = z.object({
  unionName: z.string(),
  period: z.string(),
  opensOn: IsoDate,
  dueOn: IsoDate,
  state: RoundStateView,
  /** Since when changes are counted: the last close, or as long as there are records. */
  since: IsoDate.optional(),
  lastClosedOn: IsoDate.optional(),
  mayClose: z.boolean(),
  fields: z.array(
    z.object({
      key: FieldKey,
      value: z.string().optional(),
      /** What stood there at the last round, where it was something else. */
      before: z.string().optional(),
      changed: z.boolean(),
      /** Told by a person, computed, or on file elsewhere. */
      source: z.enum(['told', 'computed', 'registered']),
    }),
  ),
  missing: FieldKey.optional(),
  changes: z.array(z.object({ kind: RoundChangeKind, count: z.number().int() })),
  /** Absent until the roster has been counted; the counts of a moment ago stay. */
  composition: CompositionView.optional(),
  countedAt: IsoTime.optional(),
  counting: z.object({ counted: z.number().int(), of: z.number().int() }).optional(),
  /** 入会率, with both of its numbers. */
  rate: z.object({ members: z.number().int(), staff: z.number().int().optional(), text: z.string().optional() }),
  reminder: z
    .object({
      state: z.enum(['running', 'done']),
      seen: z.number().int(),
      told: z.number().int(),
      unreachable: z.number().int(),
    })
    .optional(),
})

const Below = z.object({
  union: UnionId,
  name: z.string(),
  state: RoundStateView,
  dueOn: IsoDate,
  lastClosedOn: IsoDate.optional(),
  members: z.number().int().optional(),
  /** 上报 of the region’s period; absent until it is sent. */
  report: ReportView.optional(),
})

/** 半年核对. */
export const roundProcedures = {
  round: query({
    summary: 'The half-year round: the 11 fields, what changed since the last one, the counts; nothing is written',
    answers: 'sealed',
    access: officerInPlace(ofUnion, 'roster', 'half-year-round'),
    input: z.strictObject({ union }),
    output: RoundView,
    errors: [],
  }),
  roundChanges: query({
    summary: 'Who is behind one of the numbers of the round, or of a month, the newest first',
    answers: 'sealed',
    access: officerInPlace(ofUnion, 'roster', 'half-year-round'),
    input: z.strictObject({
      union,
      kind: RoundChangeKind,
      /** Since the last round where none is named. */
      month: Month.optional(),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({
      rows: z.array(z.object({ event: z.string(), name: z.string(), text: z.string(), at: IsoTime })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  countRoster: command({
    summary: 'Counts on: a stretch of the roster a call, so that ten thousand members are counted with progress shown',
    access: officerInPlace(ofUnion, 'roster', 'half-year-round'),
    input: z.strictObject({ union }),
    output: z.object({ counted: z.number().int(), of: z.number().int(), done: z.boolean() }),
    errors: [],
  }),
  saveUnionField: command({
    summary: 'One of the fields that a person must tell',
    access: officerInPlace(ofUnion, 'roster', 'half-year-round'),
    input: z.strictObject({ union, key: z.enum(toldFields), value: z.string().max(200) }),
    output: z.object({ value: z.string() }),
    errors: ['FIELD_INVALID', 'FIELD_COMPUTED', 'UNION_NOT_ACTIVE'],
  }),
  remindStale: command({
    summary: 'One reminder a round to members whose data is old; the clock writes them, a stretch a run',
    access: officerInPlace(ofUnion, 'roster', 'half-year-round'),
    input: z.strictObject({ union }),
    output: z.object({}),
    errors: ['ROUND_NOT_DUE', 'ROUND_CLOSED', 'REMINDED_ONCE'],
  }),
  closeRound: command({
    summary: 'The round is done: fields, counts and changes are kept as they are now',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union, period: z.string().max(20) }),
    output: z.object({ closedOn: IsoDate }),
    errors: ['ROUND_NOT_DUE', 'ROUND_CLOSED', 'FIELD_MISSING', 'COUNT_NOT_READY'],
  }),
  roundsBelow: query({
    summary:
      'The unions directly below: which have not closed their round or not reported, which reports wait to be checked',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({
      union,
      show: z.enum(['all', 'unchecked', 'reported']),
      cursor: z.string().max(400).optional(),
    }),
    output: z.object({ period: z.string(), rows: z.array(Below), cursor: z.string().optional() }),
    errors: [],
  }),
  nudgeRound: command({
    summary: '催一下: opens the task for a union directly below and tells its chair and deputies, once a day',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union, below: UnionId }),
    output: z.object({ told: z.number().int() }),
    errors: ['ALREADY_REMINDED', 'ROUND_NOT_DUE', 'ROUND_CLOSED'],
  }),
  confirmMine: command({
    summary: '信息没有变: I say that what is on file of me is right',
    access: signedIn,
    input: z.strictObject({}),
    output: z.object({ confirmedOn: IsoDate }),
    errors: ['NOTHING_ON_FILE', 'MEMBERSHIP_ENDED'],
  }),
  confirmMembers: command({
    summary: 'The union says of these members that what is on file of them is right',
    access: officerInPlace(ofUnion, 'roster', 'hanging-membership'),
    input: z.strictObject({ union, persons: z.array(PersonId).min(1).max(20) }),
    output: z.object({ confirmed: z.number().int() }),
    errors: [],
  }),
} as const
