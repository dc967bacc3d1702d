import { z } from 'zod'
import { AccountId, ExportId, FileId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { Education, Household } from '../../../shared/membership/joining'
import { UnionType } from '../../../shared/org/union'
import { UnitKind } from '../../../shared/org/unit'
import { ExportAnnex, ExportForm, ExportState } from '../../../shared/roster/export'
import { collection } from '../store/port'

/** 走到哪: which kind of members is gathered and where in it, or the way down a tree of unions. `later`: whom somebody changed meanwhile, who are looked at again at the end. */
export const Position = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    at: z.number().int().min(0),
    cursor: z.string().optional(),
    later: z.array(PersonId).optional(),
  }),
  z.strictObject({
    kind: z.literal('tree'),
    frames: z.array(z.strictObject({ parent: UnionId, cursor: z.string().optional() })),
  }),
])
export type Position = z.infer<typeof Position>

/** 导出: one table on its way out. What names somebody lies sealed in its pages, and in its files, whose passwords are nowhere. */
export const ExportRecord = z.strictObject({
  _id: ExportId,
  union: UnionId,
  by: AccountId,
  /** Whose table it is: of the union itself, or of one below it. */
  of: UnionId,
  ofName: z.string(),
  annex: ExportAnnex,
  form: ExportForm,
  state: ExportState,
  /** Counts every change of this record: whoever comes second with the same stretch writes nothing. */
  step: z.number().int(),
  /** 用途, sealed at exports/{_id}/reason: it may name somebody. */
  reason: z.string(),
  rows: z.number().int(),
  ofRows: z.number().int().optional(),
  pages: z.number().int(),
  position: Position.optional(),
  files: z.array(z.strictObject({ part: z.number().int(), file: FileId, bytes: z.number().int() })),
  createdAt: IsoTime,
  touchedAt: IsoTime,
})
export type ExportRecord = z.infer<typeof ExportRecord>

export const exports = collection<ExportRecord>({
  name: 'exports',
  schema: ExportRecord,
  indexes: { mine: ['union', 'by', 'createdAt'], byState: ['state', 'touchedAt'], all: [] },
})

/** What a row of each annex holds. */
export const MemberRow = z.strictObject({
  /** Whose row it is: nobody stands in a roster twice. Absent on older rows. */
  person: PersonId.optional(),
  name: z.string(),
  sex: z.enum(['male', 'female']).optional(),
  number: z.string(),
  nationality: z.string(),
  education: Education,
  mobile: z.string(),
  household: Household,
  unitName: z.string(),
  employment: z.string(),
  office: z.string(),
})
export type MemberRow = z.infer<typeof MemberRow>

export const UnionRow = z.strictObject({
  unitName: z.string(),
  unitCode: z.string(),
  unitKind: UnitKind.optional(),
  address: z.string(),
  staff: z.number().int().optional(),
  name: z.string(),
  foundedOn: z.string(),
  type: UnionType,
  members: z.number().int(),
  leader: z.string(),
  phone: z.string(),
  remark: z.string(),
})
export type UnionRow = z.infer<typeof UnionRow>

export const SignerRow = z.strictObject({
  name: z.string(),
  card: z.boolean(),
  wechat: z.boolean(),
  /** The words of the letter, as they were agreed to. */
  agreedTo: z.string().optional(),
})
export type SignerRow = z.infer<typeof SignerRow>

/** 一页. `_id` is `{export}:{page}`. */
export const ExportPageRecord = z.strictObject({
  _id: z.string(),
  export: ExportId,
  page: z.number().int(),
  /** Sealed JSON of the annex’s rows at exportPages/{_id}/rows. */
  rows: z.string(),
})
export type ExportPageRecord = z.infer<typeof ExportPageRecord>
export const exportPages = collection<ExportPageRecord>({
  name: 'exportPages',
  schema: ExportPageRecord,
  indexes: { byExport: ['export', 'page'], all: [] },
})
