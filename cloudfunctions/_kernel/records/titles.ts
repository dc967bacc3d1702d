import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Honour } from '../../../shared/home/titles/honour'
import { TitleLevel, TitleState, TitleStep } from '../../../shared/home/titles/title'
import { collection } from '../store/port'

/** 模范职工之家 of one union at one level, with everything that became of it. `_id` is `{union}:{level}`. */
export const TitleRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  unionName: z.string(),
  level: TitleLevel,
  /** Who assesses, honours and re-checks; it keeps that also when the union comes under another one. */
  keeper: UnionId,
  state: TitleState,
  awardedOn: IsoDate.optional(),
  paper: z.string().optional(),
  /** Held: when the re-check is due. Otherwise the day on which it came to this state. */
  next: IsoDate,
  /** Whom to tell of what the keeper decides. */
  by: AccountId,
  past: z.array(
    z.strictObject({
      step: TitleStep,
      at: IsoTime,
      by: z.union([AccountId, z.literal('clock')]),
      union: UnionId.optional(),
      unionName: z.string().optional(),
      on: IsoDate.optional(),
      paper: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
})
export type TitleRecord = z.infer<typeof TitleRecord>
export const titles = collection<TitleRecord>({
  name: 'titles',
  schema: TitleRecord,
  indexes: { byUnion: ['union'], byKeeper: ['keeper', 'state', 'next'], byState: ['state', 'next'] },
})

/** 荣誉推荐. `_id` is `{union}:{level}:{honour}:{year}`: once a year each. */
export const HonourProposalRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  unionName: z.string(),
  keeper: UnionId,
  level: TitleLevel,
  honour: Honour,
  held: z.boolean(),
  on: IsoDate,
  by: AccountId,
})
export type HonourProposalRecord = z.infer<typeof HonourProposalRecord>
export const honourProposals = collection<HonourProposalRecord>({
  name: 'honourProposals',
  schema: HonourProposalRecord,
  indexes: { byUnion: ['union', 'on'], byKeeper: ['keeper', 'on'] },
})
