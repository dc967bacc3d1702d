import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { figureKeys, flowKeys, type FigureKey, type FlowKey } from '../../../shared/org/figures'
import { collection } from '../store/port'

const Whole = z.number().int()
const FigureCounts = z.strictObject(shapeOf<FigureKey>(figureKeys))
const FlowCounts = z.strictObject(shapeOf<FlowKey>(flowKeys))

function shapeOf<Key extends string>(keys: readonly Key[]): Readonly<Record<Key, typeof Whole>> {
  return Object.fromEntries(keys.map((key) => [key, Whole])) as Record<Key, typeof Whole>
}

/** 本级 and 下级: what is counted of the union itself, and the sum of everything below it. */
export const UnionFiguresRecord = z.strictObject({
  _id: UnionId,
  name: z.string(),
  parent: UnionId.optional(),
  /** From the city, which is 1, downward. */
  depth: z.number().int().min(1),
  active: z.boolean(),
  own: FigureCounts,
  below: FigureCounts,
  /** 变动 of the months that are not closed yet. */
  months: z.array(z.strictObject({ month: z.string(), own: FlowCounts, below: FlowCounts })),
  /** When it was itself counted last; what is below may have been counted earlier or later. Absent until it was. */
  countedAt: IsoTime.optional(),
  /** Grows with every write: a sum that was made beside the transaction holds only as long as this is what it was. */
  revision: z.number().int(),
})
export type UnionFiguresRecord = z.infer<typeof UnionFiguresRecord>

/** 统计数, kept by the clock and by nobody else. `_id` is the union. */
export const unionFigures = collection<UnionFiguresRecord>({
  name: 'unionFigures',
  schema: UnionFiguresRecord,
  indexes: { byParent: ['parent', 'active', 'name'], byDepth: ['depth'], all: [] },
})

/** 月报: a union with everything below it, as a month was closed. Never changed afterwards. `_id` is `{union}:{month}`. */
export const FigureMonthRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  month: z.string(),
  name: z.string(),
  parent: UnionId.optional(),
  figures: FigureCounts,
  flows: FlowCounts,
  own: FigureCounts,
  ownFlows: FlowCounts,
  closedAt: IsoTime,
})
export type FigureMonthRecord = z.infer<typeof FigureMonthRecord>
export const figureMonths = collection<FigureMonthRecord>({
  name: 'figureMonths',
  schema: FigureMonthRecord,
  indexes: { byUnion: ['union', 'month'], byParent: ['parent', 'month', 'name'] },
})

/** 如何走到这里: how far the clock has followed what changed, and what it found. There is one document, `now`. */
export const FiguresState = z.strictObject({
  _id: z.literal('now'),
  /** What was recorded before it has been counted. */
  followed: IsoTime,
  /** The first month that is not closed, and after which union its closing goes on. */
  open: z.string(),
  closingAfter: UnionId.optional(),
  /** 差错: sums that did not add up in the walk of this day, and in the last whole one. */
  driftOn: IsoDate,
  drift: z.number().int(),
  driftBefore: z.number().int(),
})
export type FiguresState = z.infer<typeof FiguresState>
export const figuresStates = collection<FiguresState>({ name: 'figuresStates', schema: FiguresState, indexes: {} })

/** 填报数: what no record tells and a union has to say. `_id` is the union. */
export const ToldFiguresRecord = z.strictObject({
  _id: UnionId,
  /** 农民工人数, of its staff. */
  ruralStaff: z.number().int().min(0),
  on: IsoDate,
  by: AccountId,
})
export type ToldFiguresRecord = z.infer<typeof ToldFiguresRecord>
export const toldFigures = collection<ToldFiguresRecord>({
  name: 'toldFigures',
  schema: ToldFiguresRecord,
  indexes: {},
})
