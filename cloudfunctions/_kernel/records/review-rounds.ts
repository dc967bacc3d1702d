import { z } from 'zod'
import { AccountId, ReviewRoundId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ReviewKind } from '../../../shared/review/kinds'
import { collection } from '../store/port'

/** Where a walk over the unions below is: `parent`’s children after `cursor`. */
export const WalkLevel = z.strictObject({ parent: UnionId, cursor: z.string().optional() })
export type WalkLevel = z.infer<typeof WalkLevel>

/** `counting` says how many keys are needed, `waiting` until the opening day, `opening` announces for whoever has not. */
export const roundStates = ['counting', 'waiting', 'opening', 'opened'] as const

/** 评家活动. `_id` is `{year}:{kind}:{union}`: one a year. */
export const ReviewRoundRecord = z.strictObject({
  _id: ReviewRoundId,
  union: UnionId,
  year: z.number().int(),
  kind: ReviewKind,
  announcedOn: IsoDate,
  announcedBy: AccountId,
  window: z.strictObject({ from: IsoDate, until: IsoDate }),
  opensOn: IsoDate,
  days: z.strictObject({ cutoff: IsoDate, receivingOn: IsoDate, votingOn: IsoDate, lastDay: IsoDate }),
  state: z.enum(roundStates),
  /** How far the clock is, the deepest union last. */
  levels: z.array(WalkLevel),
  /** Each stretch is one: of two clocks at the same one the second writes nothing. */
  step: z.number().int().min(0),
  /** Who had something to open when it was counted. */
  unions: z.number().int().min(0),
  /** Reviews of the round when this walk of opening began: a walk that finds nothing more to open is the last. */
  openedBefore: z.number().int().min(0).optional(),
  updatedAt: IsoTime,
})
export type ReviewRoundRecord = z.infer<typeof ReviewRoundRecord>

export const reviewRounds = collection<ReviewRoundRecord>({
  name: 'reviewRounds',
  schema: ReviewRoundRecord,
  indexes: { byUnion: ['union', 'year'], byState: ['state', 'opensOn'] },
})
