import { z } from 'zod'
import { AccountId, FileId, ImportId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { Education, Household } from '../../../shared/membership/joining'
import { UnitKind } from '../../../shared/org/unit'
import { ImportAnnex, ImportState, OutcomeCounts, RowOutcome } from '../../../shared/roster/import'
import { collection } from '../store/port'

/** 导入: one file on its way into the register. Where it goes on, in counts and codes; what names somebody lies sealed in its pages, and in the file. */
export const ImportRecord = z.strictObject({
  _id: ImportId,
  union: UnionId,
  by: AccountId,
  state: ImportState,
  /** Counts every change of this record: whoever comes second with the same stretch writes nothing. */
  step: z.number().int(),
  /** Sealed JSON of ImportSecrets at imports/{_id}/secrets. */
  secrets: z.string(),
  /** Keyed digest of the file’s own digest: by it the same file is found again. */
  digest: z.string(),
  bytes: z.number().int(),
  /** Pieces that have arrived, the first ones. */
  pieces: z.number().int(),
  file: FileId.optional(),
  annex: ImportAnnex.optional(),
  headRow: z.number().int().optional(),
  columns: z.record(z.string(), z.number().int()).optional(),
  /** A reading came upon an identity number that lost its digits: the file was begun again, so that the rows above are judged by it as well. */
  digitsLost: z.literal(true).optional(),
  /** 第几次读: counts the times somebody said what the columns are; pages of an earlier one count no more. */
  run: z.number().int(),
  /** Rows and pages that were read; the page that is matched or written next. */
  rows: z.number().int(),
  pages: z.number().int(),
  next: z.number().int(),
  checked: OutcomeCounts,
  applied: OutcomeCounts,
  /** Of `refused`: why, and where. */
  refused: z
    .strictObject({ code: z.string(), row: z.number().int().optional(), column: z.number().int().optional() })
    .optional(),
  /** 退回原表, as it was made last, and in which state. */
  reasons: z.strictObject({ file: FileId, state: ImportState, bytes: z.number().int() }).optional(),
  createdAt: IsoTime,
  touchedAt: IsoTime,
})
export type ImportRecord = z.infer<typeof ImportRecord>
export const ImportSecrets = z.strictObject({
  fileName: z.string(),
  /** The sheet that is read; the first that is shown where none was chosen. */
  sheet: z.string().optional(),
})
export type ImportSecrets = z.infer<typeof ImportSecrets>

export const imports = collection<ImportRecord>({
  name: 'imports',
  schema: ImportRecord,
  indexes: {
    mine: ['union', 'by', 'createdAt'],
    byFile: ['union', 'by', 'digest'],
    byState: ['state', 'touchedAt'],
    byTouch: ['touchedAt'],
    all: [],
  },
})

/** 分片: a piece of a file that has not arrived whole. `_id` is `{import}:{piece}`. */
export const ImportPieceRecord = z.strictObject({
  _id: z.string(),
  import: ImportId,
  /** Base64url, sealed at importPieces/{_id}/content. */
  content: z.string(),
})
export type ImportPieceRecord = z.infer<typeof ImportPieceRecord>
export const importPieces = collection<ImportPieceRecord>({
  name: 'importPieces',
  schema: ImportPieceRecord,
  indexes: { byImport: ['import'], all: [] },
})

/** What a row of 附件 3 says, in normal form. */
export const KeptRosterEntry = z.strictObject({
  name: z.string(),
  sex: z.enum(['male', 'female']),
  number: z.string(),
  maskedNumber: z.string(),
  documentKind: z.string(),
  birth: IsoDate.optional(),
  nationality: z.string(),
  education: Education,
  household: Household,
  mobile: z.string(),
  unitName: z.string(),
  employment: z.string(),
  office: z.string().optional(),
})
export type KeptRosterEntry = z.infer<typeof KeptRosterEntry>

/** And of 附件 1: what the registry takes of it. */
export const KeptOrganisationEntry = z.strictObject({
  name: z.string(),
  unitName: z.string(),
  unitCode: z.string(),
  unitKind: UnitKind.optional(),
  address: z.string(),
  staff: z.number().int().optional(),
  foundedOn: z.string(),
  phone: z.string(),
  members: z.number().int(),
})
export type KeptOrganisationEntry = z.infer<typeof KeptOrganisationEntry>

const Problem = z.strictObject({
  column: z.string(),
  code: z.string(),
  message: z.string().optional(),
  row: z.number().int().optional(),
})

/** 一行: what it says, or why not; then what comes of it. */
export const ImportRow = z.strictObject({
  row: z.number().int(),
  roster: KeptRosterEntry.optional(),
  organisation: KeptOrganisationEntry.optional(),
  problems: z.array(Problem),
  outcome: RowOutcome.optional(),
  changes: z.array(z.strictObject({ key: z.string(), before: z.string(), after: z.string() })).optional(),
  notes: z.array(z.string()).optional(),
  /** Of 附件 1: the union that it is of. */
  union: UnionId.optional(),
})
export type ImportRow = z.infer<typeof ImportRow>

/** 一页: a hundred rows of a file that is being imported. `_id` is `{import}:{run}:{page}`. */
export const ImportPageRecord = z.strictObject({
  _id: z.string(),
  import: ImportId,
  run: z.number().int(),
  page: z.number().int(),
  counts: OutcomeCounts,
  /** Sealed JSON of ImportRow[] at importPages/{_id}/rows. */
  rows: z.string(),
})
export type ImportPageRecord = z.infer<typeof ImportPageRecord>
export const importPages = collection<ImportPageRecord>({
  name: 'importPages',
  schema: ImportPageRecord,
  indexes: { byImport: ['import', 'run', 'page'], all: [] },
})
