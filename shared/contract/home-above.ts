import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { standardKeys } from '../home/standards/keys'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const union = z.object({ union: UnionId }).shape.union
const Count = z.number().int()
const Year = Count.min(2000).max(2999)
const Cursor = z.string().max(400).optional()
const Item = z.string().min(1).max(40)
const Standard = z.enum(standardKeys)
const Reached = z.object({ of: Count, met: Count, gap: Count })
const Shares = z.object({ met: Count, gap: Count, open: Count })
const Sent = z.object({ at: IsoTime, text: z.string(), reached: Reached, late: z.literal(true).optional() })
const Text = (least: number, most: number) =>
  z.string().trim().min(least, `请至少写 ${least} 个字`).max(most, `最多 ${most} 个字`)

/** A union directly below, with its tree. */
const Row = z.object({
  union: UnionId,
  name: z.string(),
  leads: z.boolean(),
  unions: Count,
  reached: Reached,
  gaps: Count,
  told: Count,
  /** Items that mean somebody there and that nobody has looked at. */
  open: Count,
  /** Of a union with none below it. */
  standards: z.array(Standard).optional(),
  result: z.object({ year: Count, outcome: z.enum(['met', 'not-met']) }).optional(),
  /** Of the item that was asked about. */
  item: Shares.optional(),
})
const Guidance = z.object({ by: z.string(), at: IsoTime, text: z.string() })

/** 底数: what an upper union sees of the standards below it (002 四（三）（四）（六）; 004 3). */
export const homeAboveProcedures = {
  homeBelow: query({
    summary:
      '底数: how many unions reach what applies to them, and each item with the share that meets it, the weakest first',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union }),
    output: z.object({
      name: z.string(),
      leads: z.boolean(),
      unions: Count,
      assessed: Count,
      passed: Count,
      reached: Reached,
      /** In percent; 0 where the region set none. */
      target: Count,
      targetSource: z.string(),
      standards: z.array(Reached.extend({ standard: Standard })),
      items: z.array(
        Shares.extend({ item: Item, standard: Standard, section: z.string(), no: Count, text: z.string() }),
      ),
    }),
    errors: [],
  }),
  homeRowsBelow: query({
    summary: 'The unions directly below, a page at a time; for an item, those in whose trees it is not met everywhere',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union, item: Item.optional(), cursor: Cursor }),
    output: z.object({
      name: z.string(),
      text: z.string().optional(),
      rows: z.array(Row),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  weakestBelow: query({
    summary:
      'Whom to help first: of the unions directly below, those with the largest share of gaps, and who was helped when',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union }),
    output: z.object({ rows: z.array(Row.extend({ last: Guidance.optional() })) }),
    errors: [],
  }),
  guide: command({
    summary: '指导: a sentence to a union below about what to do first; its chair is told',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union, of: UnionId, text: Text(4, 300) }),
    output: z.object({}),
    errors: ['UNION_NOT_ACTIVE'],
  }),
  guidance: query({
    summary: 'What unions above advised this union to do, the latest first',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union }),
    output: z.object({ name: z.string(), rows: z.array(Guidance) }),
    errors: [],
  }),
  homeReport: query({
    summary:
      '建家情况报送 of this year, or of the year named: whether this union has sent it, and which of those below have',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union, year: Year.optional(), cursor: Cursor }),
    output: z.object({
      name: z.string(),
      year: Count,
      /** The other of the two that may still be sent. */
      other: Count,
      dueOn: IsoDate.optional(),
      late: z.boolean(),
      source: z.string(),
      upperName: z.string().optional(),
      open: z.boolean(),
      sent: Sent.optional(),
      /** Of those directly below that lead others. */
      reported: z.object({ of: Count, sent: Count }),
      rows: z.array(
        z.object({
          union: UnionId,
          name: z.string(),
          sent: Sent.optional(),
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  sendHomeReport: command({
    summary:
      'The report to the union above, with the numbers as they are now; this year’s sent again stands as sent last, last year’s is sent once, late',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union, year: Year, text: Text(10, 800) }),
    output: z.object({}),
    errors: ['NOBODY_ABOVE', 'NOBODY_BELOW', 'UNION_NOT_ACTIVE', 'COUNT_NOT_READY', 'REPORT_YEAR_OVER'],
  }),
} as const
