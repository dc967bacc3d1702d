import { z } from 'zod'
import { AccountId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 半年归档: `_id` is `{union}~{half}`, so that a half-year is filed once. What lay in the archive that day, and what did not. */
export const ArchiveFilingRecord = z.strictObject({
  _id: z.string(),
  union: UnionId,
  /** `2026-1` is January to June. */
  half: z.string(),
  kept: z.number().int().min(0),
  missing: z.number().int().min(0),
  at: IsoTime,
  by: AccountId,
})
export type ArchiveFilingRecord = z.infer<typeof ArchiveFilingRecord>
export const archiveFilings = collection<ArchiveFilingRecord>({
  name: 'archiveFilings',
  schema: ArchiveFilingRecord,
  indexes: { byUnion: ['union', 'half'] },
})
