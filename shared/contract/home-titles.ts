import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { Honour } from '../home/titles/honour'
import { TitleLevel, TitleState, TitleStep } from '../home/titles/title'
import { command, officerAbove, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const Cursor = z.string().max(400).optional()
const Sentence = z.string().trim().min(2, '请写一句').max(200, '最多 200 个字')
/** 表彰文件的文号. */
const PaperNumber = z.string().trim().min(4, '请写文件的文号').max(60, '最多 60 个字')
const Shown = TitleState.exclude(['none'])

/** What was written down of it, the latest last. `by` is the name of the union that took the step; the clock has none. */
const Past = z.array(
  z.object({
    step: TitleStep,
    at: IsoTime,
    by: z.string().optional(),
    on: IsoDate.optional(),
    paper: z.string().optional(),
    note: z.string().optional(),
  }),
)
export const TitleView = z.object({
  level: TitleLevel,
  state: TitleState,
  /** Of the award that it holds, and when the next re-check is due. */
  awardedOn: IsoDate.optional(),
  paper: z.string().optional(),
  recheckOn: IsoDate.optional(),
  past: Past,
})
const Proposal = z.object({
  proposal: z.string(),
  level: TitleLevel,
  honour: Honour,
  /** Whether the union held the title of that level on that day. */
  held: z.boolean(),
  on: IsoDate,
})
const one = z.strictObject({ union: UnionId, of: UnionId, level: TitleLevel })

/** 模范职工之家 and what rests on it (004 18). */
export const titleProcedures = {
  titles: query({
    summary: 'The titles of a union by level, who keeps each register, and what it proposed for honours',
    access: officerAbove(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      name: z.string(),
      /** The caller may take its steps. */
      steps: z.boolean(),
      titles: z.array(TitleView.extend({ keeperName: z.string().optional() })),
      proposals: z.array(Proposal),
      needsTitle: z.boolean(),
      clause: z.string(),
    }),
    errors: [],
  }),
  stepTitle: command({
    summary: 'The union begins to build, applies, or takes it back',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({
      union: UnionId,
      level: TitleLevel,
      step: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('begin') }),
        z.strictObject({
          kind: z.literal('apply'),
          note: z.string().trim().min(10, '请写几句做了什么').max(500, '最多 500 个字'),
        }),
        z.strictObject({ kind: z.literal('take-back') }),
      ]),
    }),
    output: z.object({}),
    errors: ['TITLE_CHANGED', 'TITLE_WITHOUT_KEEPER', 'UNION_NOT_ACTIVE'],
  }),
  proposeHonour: command({
    summary: '推荐劳动奖状、奖章: only with the title of that level, where the region says so',
    access: officerOf(ofUnion, 'officers'),
    input: z.strictObject({ union: UnionId, level: TitleLevel, honour: Honour }),
    output: z.object({ held: z.boolean() }),
    errors: ['TITLE_MISSING', 'TITLE_WITHOUT_KEEPER', 'HONOUR_PROPOSED', 'UNION_NOT_ACTIVE'],
  }),
  titleRegister: query({
    summary: 'The register that this union keeps, of one state; what is due first comes first',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, show: Shown, cursor: Cursor }),
    output: z.object({
      rows: z.array(
        z.object({
          of: UnionId,
          name: z.string(),
          level: TitleLevel,
          state: TitleState,
          /** Held: when the re-check is due; otherwise when it came to this state. */
          day: IsoDate,
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
  titleCase: query({
    summary: 'One title of the register, with its history; for its keeper, and the desk that its task went up to',
    access: officerOf(ofUnion, 'home'),
    input: one,
    /** `keep`: the caller may do everything; `decide`: what waits; `look`: nothing, or not any more. */
    output: z.object({ name: z.string(), title: TitleView, may: z.enum(['keep', 'decide', 'look']) }),
    errors: [],
  }),
  decideTitle: command({
    summary:
      'The keeper assesses, honours, keeps after the re-check, withdraws, or strikes out what was entered by mistake',
    access: officerOf(ofUnion, 'found'),
    input: one.extend({
      verdict: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('pass') }),
        z.strictObject({ kind: z.literal('fail'), note: Sentence }),
        z.strictObject({ kind: z.literal('award'), on: IsoDate, paper: PaperNumber }),
        z.strictObject({ kind: z.literal('keep') }),
        z.strictObject({ kind: z.literal('withdraw'), note: Sentence }),
        /** 划去: entered by mistake, and never there. */
        z.strictObject({ kind: z.literal('strike'), note: Sentence }),
      ]),
    }),
    output: z.object({}),
    errors: ['TITLE_CHANGED', 'DAY_INVALID'],
  }),
  enterTitle: command({
    summary: 'A title that was awarded on paper, or by the province or the nation, is entered by its keeper',
    access: officerOf(ofUnion, 'found'),
    input: one.extend({ on: IsoDate, paper: PaperNumber }),
    output: z.object({}),
    errors: ['TITLE_CHANGED', 'TITLE_WITHOUT_KEEPER', 'DAY_INVALID', 'UNION_NOT_ACTIVE'],
  }),
  correctTitle: command({
    summary:
      'What the keeper mistyped of a title is put right; its level too, where it was entered. The history keeps both',
    access: officerOf(ofUnion, 'found'),
    input: one.extend({ to: z.strictObject({ level: TitleLevel, on: IsoDate, paper: PaperNumber }) }),
    output: z.object({}),
    errors: ['TITLE_CHANGED', 'TITLE_WITHOUT_KEEPER', 'DAY_INVALID', 'FIELD_INVALID'],
  }),
  honoursProposed: query({
    summary: 'What was proposed to this union for honours, the latest first',
    access: officerOf(ofUnion, 'home'),
    input: z.strictObject({ union: UnionId, cursor: Cursor }),
    output: z.object({
      rows: z.array(Proposal.extend({ of: UnionId, name: z.string() })),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
} as const
