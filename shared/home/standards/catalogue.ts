import { z } from 'zod'
import type { HomeDocument } from './document'
import type { StandardKey } from './keys'
import { metricNames, type MetricName } from './metric-names'
import written from './home-standards.json'

/**
 * 标准的条目, word by word from the documents (home-standards.json). They are long: no page and no function but `home` and the clock holds them; a page gets
 * those that apply, with the answer.
 */
export interface StandardItem {
  readonly id: string
  readonly standard: StandardKey
  readonly section: string
  /** 第几条, within its section. */
  readonly no: number
  readonly clause: string
  readonly metrics: readonly MetricName[]
  /** What it is called to where it has no metric: a proof, or a text. */
  readonly asksFor: 'evidence' | 'narrative'
  readonly words: string | Readonly<Record<HomeDocument, string>>
}

const Written = z.object({
  id: z.string(),
  no: z.number().optional(),
  metrics: z.array(z.object({ id: z.enum(metricNames) })).default([]),
})
const Numbered = Written.extend({
  no: z.number(),
  text: z.string(),
  source: z.object({ clause: z.string() }),
})
const Categorised = Numbered.extend({
  category: z.enum(['ENT', 'PUB', 'REG']),
  section: z.string(),
  assessment: z.enum(['auto', 'evidence', 'narrative']),
})
const SixHave = Written.extend({ text001: z.string(), text002: z.string(), text004: z.string() })
const EightHave = Written.extend({ text001: z.string(), text002: z.string() })
const Standards = z.object({
  scheme: z.object({ name: z.string() }),
  items: z.array(Categorised),
  sixHave: z.object({ items: z.array(SixHave) }),
  sixNorms: z.object({ items: z.array(z.object({ code: z.string(), items: z.array(Numbered) })) }),
  eightHave: z.object({ items: z.array(EightHave) }),
})

/** What the documents say in a sentence and records can tell (docs/rules/standards.md, S5): such an item has no numbers of its own there. */
const readAs: Readonly<Record<string, readonly MetricName[]>> = {
  '6Y-1': ['elected_chair'],
  '6Y-2': ['three_committees_established', 'term_not_expired'],
  '6Y-3': ['activity_venue'],
  '6Y-4': ['member_congress_per_year', 'staff_congress_per_year'],
  '6Y-5': ['independent_account', 'finance_disclosed_per_year'],
  '6Y-6': ['review_per_year', 'satisfaction_rate'],
  '8Y-1': ['activity_venue'],
  'QD-ENT-SYS-07': ['affairs_disclosed'],
  'QD-PUB-SYS-05': ['affairs_disclosed'],
  'JJ-6G-2-5': ['groups_established'],
  'JJ-6G-3-1': ['collective_contract_signed'],
  'JJ-6G-3-2': ['democratic_management'],
  'JJ-6G-4-3': ['collective_contract_signed'],
  'JJ-6G-4-4': ['labour_law_supervision_committee'],
  'JJ-6G-5-1': ['double_display'],
  'JJ-6G-5-3': ['fixed_office'],
}

/** 可以、可配备: told where it is there, and no gap where it is not. */
const unasked: ReadonlySet<string> = new Set(['JJ-6G-1-2'])

const standards = Standards.parse(written)

/** 活动名称, as a region’s certificate and its pages say it (001). */
export const schemeName = standards.scheme.name

const plain = ({ id, metrics }: z.infer<typeof Written>) => ({
  id,
  metrics: readAs[id] ?? metrics.map(({ id: name }) => name),
})

const sixHave = standards.sixHave.items.map((item, at): StandardItem => ({
  ...plain(item),
  standard: 'six-have',
  section: '六有',
  no: at + 1,
  clause: '六有',
  asksFor: 'evidence',
  words: { QINGDAO_HOME: item.text001, JIUJIANG_STANDARDS: item.text002, SHANDONG_GRASSROOTS: item.text004 },
}))

const eightHave = standards.eightHave.items.map((item, at): StandardItem => ({
  ...plain(item),
  standard: 'eight-have',
  section: '八有',
  no: at + 1,
  clause: '八有',
  asksFor: 'evidence',
  words: { QINGDAO_HOME: item.text001, JIUJIANG_STANDARDS: item.text002, SHANDONG_GRASSROOTS: item.text001 },
}))

const sixNorms = standards.sixNorms.items.flatMap(({ code, items }) =>
  items
    .filter(({ id }) => !unasked.has(id))
    .map((item): StandardItem => ({
      ...plain(item),
      standard: 'six-norms',
      section: code,
      no: item.no,
      clause: item.source.clause,
      asksFor: 'narrative',
      words: item.text,
    })),
)

const categorised = standards.items.map((item): StandardItem => ({
  ...plain(item),
  standard: item.category,
  section: item.section,
  no: item.no,
  clause: item.source.clause,
  asksFor: item.assessment === 'narrative' ? 'narrative' : 'evidence',
  words: item.text,
}))

export const catalogue: readonly StandardItem[] = [...sixHave, ...sixNorms, ...eightHave, ...categorised]

/** 条文, in the words of the region’s document. */
export function textOf({ words }: StandardItem, document: HomeDocument): string {
  return typeof words === 'string' ? words : words[document]
}
