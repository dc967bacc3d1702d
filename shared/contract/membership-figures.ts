import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { flowKeys, Month, toldFigureKeys } from '../org/figures'
import { rateKeys } from '../org/rates'
import { UnitKind } from '../org/unit'
import { command, officerAbove, officerOf, query } from './procedure'

const union = z.object({ union: UnionId }).shape.union
const ofUnion = (input: { union: UnionId }) => input.union
const Cursor = z.string().max(400).optional()
const Count = z.number().int()

const FiguresView = z.object(shapeOf(toldFigureKeys))
/** Why people went, and which groups there are, `figuresByReason` alone tells. */
const FlowsView = z.object({ came: Count, went: Count })

function shapeOf<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, typeof Count>> {
  return Object.fromEntries(keys.map((key) => [key, Count])) as Record<Key, typeof Count>
}

/** Which unions below a list shows: those that have at least one such union, or one such unit, in their tree. */
export const FigureList = z.enum([
  'all',
  'young',
  'established',
  'unchecked',
  'unrated',
  'unorganised',
  'retained',
  'rural',
  'cards',
  'below-target',
])
export type FigureList = z.infer<typeof FigureList>

const Shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), count: Count }),
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('withheld') }),
])
const Parts = z.array(z.object({ key: z.string(), own: Count, below: Shown }))

const MonthRow = z.object({ union: UnionId, name: z.string(), figures: FiguresView, flows: FlowsView })

/** 统计. */
export const figureProcedures = {
  figures: query({
    summary: 'What is counted of a union and of everything below it, with rates, targets and the months before',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union }),
    output: z.object({
      name: z.string(),
      /** Absent as long as the clock has not been there. */
      countedAt: IsoTime.optional(),
      /** How many unions there are directly below. */
      below: Count,
      total: FiguresView,
      own: FiguresView,
      flows: FlowsView,
      years: Count,
      rates: z.array(
        z.object({ key: z.enum(rateKeys), numerator: Count, denominator: Count, target: Count.optional() }),
      ),
      targetSource: z.string(),
      /** 农民工职工人数, where the union told it. */
      ruralStaff: z.object({ count: Count, on: IsoDate }).optional(),
      month: z.string(),
      /** The closed months, the oldest first. */
      months: z.array(z.object({ month: z.string(), figures: FiguresView, flows: FlowsView })),
    }),
    errors: [],
  }),
  figuresBelow: query({
    summary: 'The unions directly below with the figures of their trees, a page at a time: the list behind a figure',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union, show: FigureList, cursor: Cursor }),
    output: z.object({
      name: z.string(),
      rows: z.array(MonthRow.extend({ leads: z.boolean(), target: Count.optional() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  figuresByReason: query({
    summary:
      'Why members left in the last closed month, and which groups there are: of the union of one’s own office only, small numbers protected',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union }),
    output: z.object({
      month: z.string().optional(),
      limit: Count,
      leaving: Parts,
      kinds: Parts,
      sexes: Parts,
    }),
    errors: [],
  }),
  tellRuralStaff: command({
    summary: '农民工人数: how many of its staff come from the countryside, which no record tells',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union, count: z.number().int().min(0).max(1_000_000) }),
    output: z.object({}),
    errors: ['FIELD_INVALID'],
  }),
  monthTable: query({
    summary: '每月通报: a closed month, or the month that runs, of a union and of each union directly below',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union, month: Month.optional(), cursor: Cursor }),
    output: z.object({
      name: z.string(),
      /** The month that is shown; `closedAt` is absent while it runs. */
      month: z.string(),
      closedAt: IsoTime.optional(),
      months: z.array(z.string()),
      total: MonthRow.optional(),
      own: MonthRow.optional(),
      /** Of the union of one’s own office: what became of its own people, whom its officers know by name. */
      changes: z.object(shapeOf(flowKeys)).optional(),
      rows: z.array(MonthRow),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  subsidies: query({
    summary: '一次性补助测算: what the region’s table gives each union below, and why not',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union, cursor: Cursor }),
    output: z.object({
      name: z.string(),
      table: z.array(z.object({ staffFrom: Count, staffTo: Count.nullable(), amountFen: Count })),
      source: z.string(),
      total: z.object({ unions: Count, subsidised: Count, amountFen: Count }),
      rows: z.array(
        z.object({
          union: UnionId,
          name: z.string(),
          leads: z.boolean(),
          unions: Count,
          subsidised: Count,
          amountFen: Count,
          staff: Count.optional(),
          /** 开展活动: held in the last twelve months with somebody there, of a union with none below it. */
          activities: Count.optional(),
          unitKind: UnitKind.optional(),
          /** Of a union with none below it that gets nothing. */
          why: z.enum(['no-table', 'not-this-kind', 'no-staff', 'not-checked', 'outside-table']).optional(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
} as const
