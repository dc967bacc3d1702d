import { itemsFor, standardsFor, type Applies } from '../../../shared/home/standards/applies'
import { stateFound } from '../../../shared/home/standards/assessment'
import { saidBy } from '../../../shared/home/standards/answer'
import { standingOf, withAnswers, withFindings, type ItemStanding } from '../../../shared/home/standards/standing'
import type { Policy } from '../../../shared/policy/resolve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { homeAssessments, type Answers, type AssessmentRecord } from '../../_kernel/records/home-standards'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import { factsOf, type GatherPorts } from './gather'

/** 对照一遍: which standard applies to a union today, and how it stands by its records alone. */
export interface LookedAt {
  readonly applies: Applies
  readonly policy: Policy
  readonly records: readonly ItemStanding[]
}

export async function lookAt(union: UnionRecord, ports: GatherPorts): Promise<LookedAt> {
  const policy = await policyOfUnion(union, ports)
  const facts = await factsOf(union, policy, ports)
  const applies = standardsFor(facts.subject, policy.values, ports.today)
  const records = standingOf(itemsFor(facts.subject, applies), facts, policy.values, ports.today)
  return { applies, policy, records }
}

/** 加上评定认可的: what the last result says of what records cannot tell. */
export function standingsAfter(
  { records }: Pick<LookedAt, 'records'>,
  last: Pick<AssessmentRecord, 'items' | 'findings'> | undefined,
): readonly ItemStanding[] {
  return last === undefined ? records : withFindings(records, new Map(Object.entries(statesFound(last))))
}

/** 每条的结果. */
export function statesFound({
  items,
  findings,
}: Pick<AssessmentRecord, 'items' | 'findings'>): Readonly<Record<string, 'met' | 'gap' | 'not-meant'>> {
  const found = new Map(Object.entries(findings).map(([item, { finding }]) => [item, finding]))
  return Object.fromEntries(items.map((item) => [item.id, stateFound(item, found)]))
}

/** 加上自查的回答. */
export function standingsAnswered({ records }: Pick<LookedAt, 'records'>, answers: Answers): readonly ItemStanding[] {
  return withAnswers(records, new Map(Object.entries(answers).map(([question, answer]) => [question, saidBy(answer)])))
}

/** Results of the last years, the newest first. */
export async function resultsOf(
  union: UnionRecord['_id'],
  { store }: { readonly store: Store },
): Promise<readonly AssessmentRecord[]> {
  const years = await store.find(homeAssessments, {
    index: 'byUnion',
    equals: { union },
    order: 'descending',
    limit: 6,
  })
  return years.documents.filter(({ result }) => result !== undefined)
}
