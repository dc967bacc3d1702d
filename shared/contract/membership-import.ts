import { z } from 'zod'
import { ConfirmationCode, ImportId, UnionId } from '../core/ids'
import { IsoTime } from '../core/time'
import { ImportAnnex, ImportState, largestFile, OutcomeCounts, pieceBytes, RowOutcome } from '../roster/import'
import { base64urlOf } from './bytes'
import { command, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfImport = { union: UnionId, import: ImportId }
const answers = 'sealed' as const

/** One piece of a file in base64url. */
const Piece = z
  .string()
  .max(Math.ceil((pieceBytes * 4) / 3))
  .regex(/^[A-Za-z0-9_-]+$/)

const Columns = z.record(z.string().max(20), z.number().int().min(0).max(99))

/** How an import stands. The file’s name may name somebody: answers are sealed. */
const ImportView = z.object({
  import: ImportId,
  state: ImportState,
  fileName: z.string(),
  /** Pieces that have arrived, and how many there are. */
  pieces: z.number().int(),
  ofPieces: z.number().int(),
  annex: ImportAnnex.optional(),
  /** Rows read, rows held against the register, rows written. */
  rows: z.number().int(),
  done: z.number().int(),
  checked: OutcomeCounts,
  applied: OutcomeCounts,
  /** Why the file cannot be read, in words that say where. */
  refused: z.string().optional(),
  /** When it was last touched; a day later file and rows are gone. */
  touchedAt: IsoTime,
})

/** 导入花名册 and 汇总表: from the file to the register, step by step. Whoever began an import carries it on; nobody else sees it. */
export const importProcedures = {
  imports: query({
    summary: 'My imports for this union, the newest first',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({ union: UnionId }),
    output: z.object({ rows: z.array(ImportView) }),
    errors: [],
  }),
  openImport: command({
    summary: 'Begins an import, or finds the one whose file has not arrived whole',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({
      union: UnionId,
      fileName: z.string().trim().min(1).max(120),
      bytes: z.number().int().min(1).max(largestFile),
      /** SHA-256 of the file: what arrives is compared with it. */
      digest: base64urlOf(32),
    }),
    output: ImportView,
    errors: ['TOO_MANY'],
  }),
  putImportPiece: command({
    summary: 'One piece of the file; a piece that is there already is taken again without effect',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({ ...OfImport, piece: z.number().int().min(0), content: Piece }),
    output: ImportView,
    errors: ['IMPORT_PIECE_INVALID', 'IMPORT_CHANGED'],
  }),
  importColumns: query({
    summary: 'What the file seems to be, its sheets and headings, and which column is which',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({
      ...OfImport,
      annex: ImportAnnex.optional(),
      sheet: z.string().max(100).optional(),
      headRow: z.number().int().min(0).max(30).optional(),
    }),
    output: z.object({
      annex: ImportAnnex,
      sheets: z.array(z.string()),
      sheet: z.string().optional(),
      /** 0 where no row of headings was found. */
      headRow: z.number().int(),
      heads: z.array(z.object({ column: z.number().int(), heading: z.string(), samples: z.array(z.string()) })),
      columns: Columns,
      /** The union that the head of a roster names. */
      unionName: z.string(),
    }),
    errors: [
      'IMPORT_CHANGED',
      'SHEET_UNKNOWN',
      'WORKBOOK_DAMAGED',
      'WORKBOOK_TOO_LARGE',
      'WORKBOOK_BOMB',
      'CSV_DAMAGED',
    ],
  }),
  mapImport: command({
    summary: 'Says what the file is and which column is which; its rows are read anew',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({
      ...OfImport,
      annex: ImportAnnex,
      sheet: z.string().max(100).optional(),
      headRow: z.number().int().min(0).max(100_000),
      columns: Columns,
    }),
    output: ImportView,
    errors: ['IMPORT_COLUMNS', 'IMPORT_CHANGED'],
  }),
  carryImport: command({
    summary: 'Carries it on by a stretch: takes the file, reads, matches or writes so many rows',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject(OfImport),
    output: ImportView,
    errors: ['IMPORT_PIECE_INVALID', 'UNION_NOT_ACTIVE'],
  }),
  importRows: query({
    summary: 'Rows of one outcome, with their reasons or changes',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({ ...OfImport, outcome: RowOutcome, from: z.number().int().min(0).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          row: z.number().int(),
          /** A masked name, or a union’s. */
          name: z.string(),
          reason: z.string().optional(),
          changes: z.array(z.object({ heading: z.string(), before: z.string(), after: z.string() })),
          notes: z.array(z.string()),
        }),
      ),
      /** Where the next rows are looked for; absent at the end. */
      next: z.number().int().optional(),
    }),
    errors: [],
  }),
  applyImport: command({
    summary: 'Has the checked rows written; many of them only after the phone confirmed it, where a desk asks',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({ ...OfImport, confirmation: ConfirmationCode.optional() }),
    output: ImportView,
    errors: ['IMPORT_CHANGED', 'CONFIRMATION_MISSING'],
  }),
  cancelImport: command({
    summary: 'Gives an import up: file and rows go; what is written stays',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject(OfImport),
    output: ImportView,
    errors: ['IMPORT_CHANGED'],
  }),
  putReasons: command({
    summary: 'Makes the file anew with the reasons beside its rows, to be fetched in pieces',
    access: officerOf(ofUnion, 'memberships'),
    input: z.strictObject(OfImport),
    output: z.object({ pieces: z.number().int() }),
    errors: ['IMPORT_CHANGED'],
  }),
  reasonsPiece: query({
    summary: 'One piece of the file with reasons',
    access: officerOf(ofUnion, 'memberships'),
    answers,
    input: z.strictObject({ ...OfImport, piece: z.number().int().min(0) }),
    output: z.object({ fileName: z.string(), content: z.string() }),
    errors: [],
  }),
} as const
