import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { CommitteeKind } from '../../../shared/org/committees'
import { OfficerRole } from '../../../shared/org/officers'
import { BranchKind, UnionChange } from '../../../shared/org/union-change'
import { collection } from '../store/port'

/** 委员会, as it was elected last: `_id` is `{union}:{kind}`. Who was elected before stands in `unionChanges`. */
export const CommitteeRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  kind: CommitteeKind,
  electedOn: IsoDate,
  /** 补选 in that term, the last: the term is not counted from it. */
  byElectedOn: IsoDate.optional(),
  /** The last day of the term. */
  until: IsoDate,
  seats: z.number().int().min(1),
  /** Who leads it: sealed at committees/{_id}/chair. */
  chair: z.string(),
})
export type CommitteeRecord = z.infer<typeof CommitteeRecord>
export const committees = collection<CommitteeRecord>({
  name: 'committees',
  schema: CommitteeRecord,
  indexes: { byUnion: ['union', 'kind'], byEnd: ['kind', 'until'], all: [] },
})

/** 分工会、工会小组. One that ended stays, without effect. */
export const UnionBranchRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  kind: BranchKind,
  name: z.string(),
  state: z.enum(['active', 'ended']),
  since: IsoDate,
  endedOn: IsoDate.optional(),
})
export type UnionBranchRecord = z.infer<typeof UnionBranchRecord>
export const unionBranches = collection<UnionBranchRecord>({
  name: 'unionBranches',
  schema: UnionBranchRecord,
  indexes: { byUnion: ['union', 'state', 'kind', 'name'] },
})

/** 变动记录: one document per change, written with it and never changed. */
export const UnionChangeRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  at: IsoTime,
  by: z.union([AccountId, z.literal('clock')]),
  /** By which office whoever did it was allowed to: their name is read from it. */
  office: z.strictObject({ union: UnionId, role: OfficerRole }).optional(),
  change: UnionChange,
  /** Whom it names: sealed at unionChanges/{_id}/person. */
  person: z.string().optional(),
})
export type UnionChangeRecord = z.infer<typeof UnionChangeRecord>
export const unionChanges = collection<UnionChangeRecord>({
  name: 'unionChanges',
  schema: UnionChangeRecord,
  indexes: { byUnion: ['union', 'at'], all: [] },
})
