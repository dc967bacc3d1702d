import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { PaperKind } from '../../../shared/home/archive/papers'
import { collection } from '../store/port'

/** 归档时点出的一件: what it is, and whether its paper lay there that day. */
export const FiledPaper = z.strictObject({
  kind: PaperKind,
  day: IsoDate,
  session: z.strictObject({ period: z.number().int(), session: z.number().int() }).optional(),
  name: z.string().optional(),
  kept: z.boolean(),
})

/** 半年归档: `_id` is `{union}~{half}`, so that a half-year is filed once. What of that half-year lay in the archive that day, and what did not. */
export const ArchiveFilingRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  /** `2026-1` is January to June. */
  half: z.string(),
  kept: z.number().int().min(0),
  missing: z.number().int().min(0),
  /** Named, and of what kinds the half-year had nothing; absent of one from before they were named, which counted everything on record. */
  rows: z.array(FiledPaper).optional(),
  without: z.array(PaperKind).optional(),
  at: IsoTime,
  by: AccountId,
})
export type ArchiveFilingRecord = z.infer<typeof ArchiveFilingRecord>
export const archiveFilings = collection<ArchiveFilingRecord>({
  name: 'archiveFilings',
  schema: ArchiveFilingRecord,
  indexes: { byUnion: ['union', 'half'] },
})
