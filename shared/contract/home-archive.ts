import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { HomeCategory, PaperKind } from '../home/archive/papers'
import { Paper } from '../home/fields'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Half = z.string().regex(/^\d{4}-[12]$/)
const Count = z.number().int()

/** 纸质档案目录、半年归档. */
export const archiveProcedures = {
  archiveOfUnion: query({
    summary:
      'What the region wants a union of this kind to keep on paper, where each lies, and which half-years were filed',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      unionName: z.string(),
      mine: z.boolean(),
      category: HomeCategory,
      /** The kinds that are asked for, and where that stands. */
      asked: z.array(PaperKind),
      source: z.string(),
      rows: z.array(
        z.object({
          kind: PaperKind,
          day: IsoDate,
          session: z.object({ period: Count, session: Count }).optional(),
          name: z.string().optional(),
          paper: Paper,
        }),
      ),
      filings: z.array(z.object({ half: Half, kept: Count, missing: Count, at: IsoTime })),
      toFile: z.array(Half),
    }),
    errors: [],
  }),
  fileHalfYear: command({
    summary: '半年归档: once a half-year, with what was kept that day and what was not',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, half: Half }),
    output: z.object({ kept: Count, missing: Count }),
    errors: ['UNION_NOT_ACTIVE', 'HALF_YEAR_FILED'],
  }),
} as const
