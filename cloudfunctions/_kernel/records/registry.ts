import { z } from 'zod'
import { AccountId, FileId, RegionId, Scene, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Industry } from '../../../shared/membership/joining'
import { OfficerRole } from '../../../shared/org/officers'
import { RegionLevel } from '../../../shared/org/region'
import { UnionStatus, UnionType } from '../../../shared/org/union'
import { UnitKind } from '../../../shared/org/unit'
import { withRecordedOn } from '../migrations/0004-recorded-on'
import { collection } from '../store/port'

/** 席位: a union that takes individuals of a place; kept with the region so that routing reads the chain and nothing else. */
export const Seat = z.strictObject({
  union: UnionId,
  name: z.string(),
  type: UnionType,
  status: UnionStatus,
  direct: z.boolean(),
  industries: z.array(Industry),
})
export type Seat = z.infer<typeof Seat>

/** 地区: `path` runs from the region itself up to its city. */
export const RegionRecord = z.strictObject({
  _id: RegionId,
  name: z.string(),
  level: RegionLevel,
  parent: RegionId.optional(),
  path: z.array(RegionId).min(1),
  seats: z.array(Seat),
  leaf: z.boolean(),
})
export type RegionRecord = z.infer<typeof RegionRecord>
export const regions = collection<RegionRecord>({
  name: 'regions',
  schema: RegionRecord,
  indexes: { byParent: ['parent'], byLevel: ['level'] },
})

/** 单位. */
export const UnitRecord = z.strictObject({
  _id: UnitId,
  name: z.string(),
  unitKind: UnitKind,
  region: RegionId,
  place: z.string(),
  parent: UnitId.optional(),
  legalPerson: z.boolean(),
  union: UnionId.optional(),
  /** 联合工会 that list this unit. */
  coveredBy: z.array(UnionId),
  industry: Industry.optional(),
  uscc: z.string().optional(),
  staff: z.number().int().min(0),
  /** 并入: the record that stands for this one now; whoever names this one means that one. `mergedBy` is the merge. */
  mergedInto: UnitId.optional(),
  mergedBy: z.string().optional(),
  /** Keys of `unitLikenesses` that are kept for it: absent until it was compared. */
  likenesses: z.array(z.string()).optional(),
})
export type UnitRecord = z.infer<typeof UnitRecord>
export const units = collection<UnitRecord>({
  name: 'units',
  schema: UnitRecord,
  indexes: { byUnion: ['union'], byRegion: ['region'], byParent: ['parent'], byCode: ['uscc'], all: [] },
})

/** 单位名称检索: one document per ending of the name, so that any part of a name is the beginning of one of them. */
export const UnitNameRecord = z.strictObject({
  _id: z.string(),
  text: z.string(),
  unit: UnitId,
  agency: z.boolean(),
  region: RegionId,
})
export type UnitNameRecord = z.infer<typeof UnitNameRecord>
export const unitNames = collection<UnitNameRecord>({
  name: 'unitNames',
  schema: UnitNameRecord,
  indexes: { byText: ['text'], byAgency: ['agency', 'text'], byPlace: ['region', 'text'] },
})

/** 覆盖: a joint union and a unit it organises (the other side of `coveredBy`). `_id` is `{union}:{unit}`. */
export const CoverageRecord = z.strictObject({ _id: z.string(), union: UnionId, unit: UnitId })
export type CoverageRecord = z.infer<typeof CoverageRecord>
export const coverages = collection<CoverageRecord>({
  name: 'coverages',
  schema: CoverageRecord,
  indexes: { byUnion: ['union', 'unit'] },
})

/** 工会: `line` runs from the union itself up its leadership line (条); `region` is its territory (块). */
export const UnionRecord = z.strictObject({
  _id: UnionId,
  name: z.string(),
  type: UnionType,
  status: UnionStatus,
  region: RegionId,
  parent: UnionId.optional(),
  line: z.array(UnionId).min(1),
  direct: z.boolean(),
  industries: z.array(Industry),
  hostUnit: UnitId.optional(),
  uscc: z.string().optional(),
  /** 合并到: who took its people over. */
  successor: UnionId.optional(),
  endedOn: IsoDate.optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  foundedOn: z.string().optional(),
  /** 入册: since when this system knows it; rounds and what is old count from here at the earliest. */
  recordedOn: IsoDate.optional(),
  /** 职工人数, where there is no unit that has it: told at the half-year round. */
  staff: z.number().int().min(0).optional(),
})
export type UnionRecord = z.infer<typeof UnionRecord>
export const unions = collection<UnionRecord>({
  name: 'unions',
  schema: UnionRecord,
  upgrade: withRecordedOn,
  indexes: { byParent: ['parent', 'name'], byRegion: ['region', 'type'], byName: ['name'], byCode: ['uscc'] },
})

/** 工会干部: `_id` is `{union}:{account}`, so that the access check is one read. */
export const OfficerRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  account: AccountId,
  role: OfficerRole,
  /** Sealed at officers/{_id}/name. */
  name: z.string(),
  /** 双亮: shown to everybody only with consent. */
  shown: z.boolean(),
  /** What else they agreed to have published, by itself: sealed JSON of OfficerDisplay at officers/{_id}/display. */
  display: z.string().optional(),
  displayConsent: z.strictObject({ version: z.string(), at: IsoTime }).optional(),
  since: IsoTime,
  until: IsoTime.optional(),
  /** 请假: between these days, both included, the rights of this office rest. */
  leave: z.strictObject({ from: IsoDate, until: IsoDate, deputy: z.string() }).optional(),
  /** 代行: between these days this officer acts with the rights of a colleague on leave as well. */
  acting: z.strictObject({ role: OfficerRole, officer: z.string(), from: IsoDate, until: IsoDate }).optional(),
  /** 接任人, whom the officer proposes: sealed JSON of GrantSecrets at officers/{_id}/successor. */
  successor: z.string().optional(),
})
export type OfficerRecord = z.infer<typeof OfficerRecord>
export const OfficerDisplay = z.strictObject({ phone: z.string().optional(), photo: FileId.optional() })
export type OfficerDisplay = z.infer<typeof OfficerDisplay>

export const officers = collection<OfficerRecord>({
  name: 'officers',
  schema: OfficerRecord,
  indexes: { byAccount: ['account'], byUnion: ['union', 'role'], byShown: ['shown', 'until'], all: [] },
})

/** 任职码: `_id` digests the code. Removed when it is taken or taken back. */
export const OfficeGrantRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  role: OfficerRole,
  /** Sealed JSON of GrantSecrets at officeGrants/{_id}/secrets. */
  secrets: z.string(),
  until: IsoDate,
  /** Whose office ends when this one is taken: `officers/_id`. */
  replaces: z.string().optional(),
  by: z.union([AccountId, z.literal('operator')]),
  grantedAt: IsoTime,
  expiresAt: IsoTime,
})
export type OfficeGrantRecord = z.infer<typeof OfficeGrantRecord>
export const GrantSecrets = z.strictObject({ name: z.string(), mobile: z.string() })
export type GrantSecrets = z.infer<typeof GrantSecrets>
export const officeGrants = collection<OfficeGrantRecord>({
  name: 'officeGrants',
  schema: OfficeGrantRecord,
  indexes: { byUnion: ['union', 'grantedAt'], byExpiry: ['expiresAt'], all: [] },
})

/** 邀请码: what a QR scene stands for. */
export const InvitationRecord = z.strictObject({
  _id: Scene,
  union: UnionId,
  unit: UnitId.optional(),
  createdAt: IsoTime,
  by: AccountId,
})
export type InvitationRecord = z.infer<typeof InvitationRecord>
export const invitations = collection<InvitationRecord>({
  name: 'invitations',
  schema: InvitationRecord,
  indexes: { byUnion: ['union', 'unit'] },
})
