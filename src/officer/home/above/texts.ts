import type { z } from 'zod'
import type { homeAboveProcedures } from '../../../../shared/contract/home-above'
import { missingTo, onlyOpen, toldIn, type Reached } from '../../../../shared/home/above/sums'
import type { StandardKey } from '../../../../shared/home/standards/keys'

export type Below = z.output<typeof homeAboveProcedures.homeBelow.output>
export type Row = z.output<typeof homeAboveProcedures.homeRowsBelow.output>['rows'][number]

export const standardName: Readonly<Record<StandardKey, string>> = {
  'six-have': '六有',
  'six-norms': '六个规范',
  'eight-have': '八有',
  ENT: '企业',
  PUB: '机关事业',
  REG: '区域行业',
}

/** 66.6%, from whole numbers; nothing is rounded up to a target. */
export function shareText(met: number, of: number): string {
  return of === 0 ? '没有数' : `${Math.floor((met * 1_000) / of) / 10}%`
}

/**
 * 颜色 of a tile: as the number in it says. The last band is for who reaches the target (or 80 of a hundred); a single union has to reach all,
 * and who is not looked at in full reached nothing yet.
 */
export function bandOf({ met, of, open }: Measure, target: number): 'none' | 'low' | 'mid' | 'high' {
  if (of === 0) return 'none'
  if (met * 100 >= target * of) return open > 0 ? 'mid' : 'high'
  return met * 200 >= target * of ? 'mid' : 'low'
}

export interface Measure {
  readonly met: number
  readonly of: number
  /** Not looked at yet, and in neither number. */
  readonly open: number
}

export const targetOf = ({ leads }: Pick<Row, 'leads'>, target: number) => (leads ? (target === 0 ? 80 : target) : 100)

/**
 * What a row is measured by: the item that was asked about, or the goal; of one union, the items that records or an assessment tell of. Those that nobody looked at yet are
 * named beside it: counted in, they would make every union of a place look alike until the first assessments.
 */
export function measureOf({ item, leads, reached, gaps, told, open }: Row): Measure {
  if (item !== undefined) return { met: item.met, of: toldIn(item), open: item.open }
  return leads ? { met: reached.met, of: reached.of, open: 0 } : { met: told - gaps, of: told, open }
}

/** What is missing to the target, and how many have no gap and are only not looked at in full. */
export function missingText(reached: Reached, target: number): string {
  const open = onlyOpen(reached)
  return `还差 ${missingTo(reached, target)} 家${open > 0 ? `；${open} 家没差距，只是没评全` : ''}`
}

/** 第几条, of which list. */
export const clauseOf = ({ standard, no }: Pick<Below['items'][number], 'standard' | 'no'>): string =>
  `${standardName[standard]} 第 ${no} 条`

export function noteOf(row: Row): string {
  const { item, leads, unions, reached, gaps, open, standards = [] } = row
  if (item !== undefined)
    return leads ? `${unions} 家，有差距 ${item.gap} 家，没评 ${item.open} 家` : item.gap > 0 ? '有差距' : '还没有评'
  if (leads) return `${unions} 家，达标 ${reached.met} 家，有差距 ${reached.gap} 家`
  return `${standards.map((standard) => standardName[standard]).join('、')}：差距 ${gaps} 条，没评 ${open} 条`
}

/** Of one union: whether it reaches its goal. */
export function stateOf({
  leads,
  reached,
  gaps,
}: Row): { readonly tone: 'success' | 'warning' | 'neutral'; readonly text: string } | undefined {
  if (leads) return undefined
  if (reached.of > 0 && reached.met === reached.of) return { tone: 'success', text: '达标' }
  return gaps > 0 ? { tone: 'warning', text: `差 ${gaps} 条` } : { tone: 'neutral', text: '还没评全' }
}
