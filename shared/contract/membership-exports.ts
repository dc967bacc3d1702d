import { z } from 'zod'
import { ConfirmationCode, ExportId, UnionId } from '../core/ids'
import { IsoTime } from '../core/time'
import { ExportAnnex, ExportForm, ExportState } from '../roster/export'
import { command, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const OfExport = { union: UnionId, export: ExportId }
const Count = z.number().int()
const Part = z.number().int().min(0).max(1_000)

/** How an export stands. It names a union and counts rows, and nobody. */
const ExportView = z.object({
  export: ExportId,
  annex: ExportAnnex,
  form: ExportForm,
  /** Whose table it is. */
  ofName: z.string(),
  state: ExportState,
  rows: Count,
  /** How many rows there will be, as far as that is known. */
  ofRows: Count.optional(),
  /** Files that it takes. */
  parts: Count,
  /** When it was last touched; a day later rows and files are gone. */
  touchedAt: IsoTime,
})

/** 导出附件 1、2、3: whoever began an export carries it on and gets its files; nobody else sees it. */
export const exportProcedures = {
  exportable: query({
    summary:
      'What can be exported here: the unions directly below one of the line, each with whether its table may go up',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, under: UnionId.optional(), cursor: z.string().max(400).optional() }),
    output: z.object({
      /** Whose unions are listed. */
      name: z.string(),
      leads: z.boolean(),
      /** The platform that the region imports into, where it names one. */
      platform: z.string().optional(),
      rows: z.array(z.object({ union: UnionId, name: z.string(), checked: z.boolean(), leads: z.boolean() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  exportedTables: query({
    summary: 'My exports for this union, the newest first',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({ rows: z.array(ExportView) }),
    errors: [],
  }),
  openExport: command({
    summary: 'Begins an export: of this union, or, where its report is in order at every level, of one below',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({
      union: UnionId,
      of: UnionId,
      annex: ExportAnnex,
      form: ExportForm,
      /** 用途, for the trail. */
      reason: z.string().trim().min(2, '请写一句做什么用').max(200, '最多 200 个字'),
    }),
    output: ExportView,
    errors: ['EXPORT_UNCHECKED', 'TOO_MANY'],
  }),
  carryExport: command({
    summary: 'Carries it on by a stretch: gathers so many rows',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfExport),
    output: ExportView,
    errors: [],
  }),
  sealExport: command({
    summary:
      'Makes one file of it, encrypted with a password that is told once, at a desk after the phone confirmed it; made again, it has another',
    access: officerOf(ofUnion, 'roster'),
    answers: 'sealed',
    input: z.strictObject({ ...OfExport, part: Part, confirmation: ConfirmationCode.optional() }),
    output: z.object({ fileName: z.string(), password: z.string(), pieces: Count }),
    errors: ['EXPORT_UNCHECKED', 'EXPORT_CHANGED', 'CONFIRMATION_MISSING'],
  }),
  exportPiece: query({
    summary: 'One piece of an encrypted file',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ ...OfExport, part: Part, piece: z.number().int().min(0) }),
    output: z.object({ content: z.string() }),
    errors: [],
  }),
  removeExport: command({
    summary: 'Removes what an export holds before its day is over',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject(OfExport),
    output: ExportView,
    errors: [],
  }),
} as const
