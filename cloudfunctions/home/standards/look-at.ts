import { itemsFor, standardsFor, type Applies } from '../../../shared/home/standards/applies'
import { statesFound, type Found } from '../../../shared/home/standards/assessment'
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
  last: Decided | undefined,
): readonly ItemStanding[] {
  return last === undefined ? records : withFindings(records, new Map(Object.entries(decidedStates(last))))
}

export type Decided = Pick<AssessmentRecord, 'items' | 'findings' | 'states'>

/** 每条的结果, as it was decided last: while it is looked at once more, what was sent and found since then is no result. One decided before results kept them is read from what was found. */
export function decidedStates({ items, findings, states }: Decided): Readonly<Record<string, Found>> {
  return states ?? statesFound(items, new Map(Object.entries(findings).map(([item, { finding }]) => [item, finding])))
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
