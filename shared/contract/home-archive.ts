import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { HomeCategory, PaperKind } from '../home/archive/papers'
import { Paper } from '../home/fields'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Half = z.string().regex(/^\d{4}-[12]$/)
const Count = z.number().int()
const Row = z.object({
  kind: PaperKind,
  day: IsoDate,
  session: z.object({ period: Count, session: Count }).optional(),
  name: z.string().optional(),
})

/** 纸质档案目录、半年归档. */
export const archiveProcedures = {
  archiveOfUnion: query({
    summary:
      'What the region wants a union of this kind to keep on paper, where each lies, and which half-years were filed',
    access: officerAbove(ofUnion, 'home', 'approve'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      unionName: z.string(),
      mine: z.boolean(),
      category: HomeCategory,
      /** The kinds that are asked for, and where that stands. */
      asked: z.array(PaperKind),
      source: z.string(),
      rows: z.array(Row.extend({ paper: Paper })),
      filings: z.array(
        z.object({
          half: Half,
          kept: Count,
          missing: Count,
          at: IsoTime,
          /** What was filed by name, and the kinds of which the half-year had nothing; older ones name nothing. */
          rows: z.array(Row.extend({ kept: z.boolean() })).optional(),
          without: z.array(PaperKind).optional(),
        }),
      ),
      /** Half-years that are over, have something to file, and were not filed. */
      toFile: z.array(Half),
    }),
    errors: [],
  }),
  fileHalfYear: command({
    summary: '半年归档: of a half-year that is over, once, with what of it was kept that day and what was not',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, half: Half }),
    output: z.object({ kept: Count, missing: Count }),
    errors: ['UNION_NOT_ACTIVE', 'HALF_YEAR_FILED'],
  }),
} as const
