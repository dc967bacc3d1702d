import { z } from 'zod'
import { CardState } from '../../../shared/card/life'
import { UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { MembershipState } from '../../../shared/membership/life'
import { collection } from '../store/port'

/** What is counted for a page. */
export const Counted = z.discriminatedUnion('what', [
  /** 花名册上的人, whatever the state of their membership. */
  z.strictObject({ what: z.literal('roster'), union: UnionId }),
  z.strictObject({ what: z.literal('roster-of-unit'), union: UnionId, unit: UnitId }),
  /** 在册会员. */
  z.strictObject({ what: z.literal('active'), union: UnionId }),
  /** 花名册 of one state, of the union or of one of its units. */
  z.strictObject({ what: z.literal('in-state'), union: UnionId, state: MembershipState, unit: UnitId.optional() }),
  /** 会员卡 in one state. */
  z.strictObject({ what: z.literal('cards'), union: UnionId, state: CardState }),
  /** 待审批的申请. */
  z.strictObject({ what: z.literal('waiting'), union: UnionId }),
  /** 待办. */
  z.strictObject({ what: z.literal('tasks'), union: UnionId }),
  /** Applications that are due before this day. */
  z.strictObject({ what: z.literal('due-before'), union: UnionId, day: IsoDate }),
])
export type Counted = z.infer<typeof Counted>

/** 记下的人数和件数: of what is too much to be counted for every page, see ../kept-counts.ts. `_id` is {what}:{union}, then the unit or the day. */
export const KeptCount = z.strictObject({
  _id: z.string(),
  of: Counted,
  count: z.number().int(),
  countedAt: IsoTime,
  /** The last day on which somebody asked; what nobody asks for is counted no more. */
  askedOn: IsoDate,
})
export type KeptCount = z.infer<typeof KeptCount>

export const keptCounts = collection<KeptCount>({
  name: 'keptCounts',
  schema: KeptCount,
  indexes: { byCounting: ['countedAt'] },
})
