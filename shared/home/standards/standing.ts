import type { IsoDate } from '../../core/time'
import type { StandardItem } from './catalogue'
import type { Facts } from './facts'
import { judgeMetric } from './judge-metric'
import type { HomeRules, Judged } from './judged'
import type { ItemState, StandardKey } from './keys'
import { isJudgedFromRecords, type MetricName } from './metric-names'

export interface MetricJudged {
  readonly name: MetricName
  readonly judged: Judged
}

/** 一条现在怎样, as records say. */
export interface ItemStanding {
  readonly item: StandardItem
  readonly metrics: readonly MetricJudged[]
  /** What would have to be asked: metrics that records cannot tell, or the item itself where it has none. One question may stand for several items. */
  readonly questions: readonly string[]
  readonly state: ItemState
  /** Of what is claimed: that the clause does not mean the union. */
  readonly claim?: 'not-meant'
}

const asked: Judged = { state: 'ask', shown: { kind: 'nothing' } }

/** 对照一遍 on a day: every item that applies, from records alone. */
export function standingOf(
  items: readonly StandardItem[],
  facts: Facts,
  rules: HomeRules,
  day: IsoDate,
): readonly ItemStanding[] {
  return items.map((item) => {
    const metrics = item.metrics.map((name): MetricJudged => ({
      name,
      judged: isJudgedFromRecords(name) ? judgeMetric(name, facts, rules, day) : asked,
    }))
    const open = metrics.filter(({ judged }) => judged.state === 'ask').map(({ name }) => name)
    const questions: readonly string[] = metrics.length === 0 ? [item.id] : open
    return { item, metrics, questions, state: stateOf(metrics, questions) }
  })
}

function stateOf(metrics: readonly MetricJudged[], questions: readonly string[]): ItemState {
  if (metrics.some(({ judged }) => isFailing(judged))) return 'gap'
  if (questions.length > 0) return 'open'
  return metrics.every(({ judged }) => judged.state === 'not-meant') ? 'not-meant' : 'met'
}

export const isFailing = ({ state }: Judged): boolean => state === 'short' || state === 'no-record'

/** 上次评定认可的: what the last assessment found of items that records cannot tell. What records do tell is never made better or worse by it. */
export function withFindings(
  standings: readonly ItemStanding[],
  found: ReadonlyMap<string, 'met' | 'gap' | 'not-meant'>,
): readonly ItemStanding[] {
  return standings.map((standing) => {
    const finding = standing.state === 'open' ? found.get(standing.item.id) : undefined
    return finding === undefined ? standing : { ...standing, state: finding }
  })
}

/** What a union says to a question: it is so, it is not so, or the clause does not mean it. */
export type Said = 'yes' | 'no' | 'not-meant'

/** 自查: what is open, with the union’s answers. That a clause does not mean the union is a claim like another: the union above looks at it. */
export function withAnswers(
  standings: readonly ItemStanding[],
  answers: ReadonlyMap<string, Said>,
): readonly ItemStanding[] {
  return standings.map((standing) => {
    if (standing.state !== 'open') return standing
    const said = standing.questions.map((question) => answers.get(question))
    if (said.includes(undefined)) return standing
    if (said.includes('no')) return { ...standing, state: 'gap' }
    const nothingLeft =
      said.every((one) => one === 'not-meant') &&
      standing.metrics.every(({ judged: { state } }) => state === 'ask' || state === 'not-meant')
    return { ...standing, state: 'claimed', ...(nothingLeft ? { claim: 'not-meant' } : {}) }
  })
}

/** 还要回答的: each question once, in the order of the items. What is a gap by records already is asked for nothing. */
export function questionsIn(standings: readonly ItemStanding[]): readonly string[] {
  return [...new Set(standings.filter(({ state }) => state === 'open').flatMap(({ questions }) => questions))]
}

/** 得分: how many items are met of those that mean this union. The documents weigh no item more than another. */
export type Score = Readonly<Record<ItemState, number>>

export function scoreOf(standings: readonly Pick<ItemStanding, 'state'>[]): Score {
  const counted = (state: ItemState) => standings.filter((one) => one.state === state).length
  return {
    met: counted('met'),
    gap: counted('gap'),
    open: counted('open'),
    claimed: counted('claimed'),
    'not-meant': counted('not-meant'),
  }
}

/** Of one list alone. */
export function ofStandard(standings: readonly ItemStanding[], standard: StandardKey): readonly ItemStanding[] {
  return standings.filter(({ item }) => item.standard === standard)
}
