import { itemsFor, standardsFor, type Applies } from '../../../shared/home/standards/applies'
import type { Facts } from '../../../shared/home/standards/facts'
import { standingOf, withFindings, type ItemStanding } from '../../../shared/home/standards/standing'
import type { Policy } from '../../../shared/policy/resolve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import type { UnionRecord } from '../../_kernel/records/registry'
import { factsOf, type GatherPorts } from './gather'

/** 对照一遍: which standard applies to a union today, and how it stands by its records and the last result. */
export interface LookedAt {
  readonly applies: Applies
  readonly facts: Facts
  readonly policy: Policy
  readonly standings: readonly ItemStanding[]
  /** The last assessment that has a result. */
  readonly last: AssessmentRecord | undefined
}

export async function lookAt(union: UnionRecord, ports: GatherPorts): Promise<LookedAt> {
  const policy = await policyOfUnion(union, ports)
  const [facts, last] = await Promise.all([factsOf(union, policy, ports), lastResult(union, ports)])
  const applies = standardsFor(facts.subject, policy.values, ports.today)
  const items = itemsFor(facts.subject, applies)
  const found = new Map(Object.entries(last?.findings ?? {}).map(([item, { finding }]) => [item, finding]))
  const standings = withFindings(standingOf(items, facts, policy.values, ports.today), found)
  return { applies, facts, policy, standings, last }
}

/** A few years back; what is under way has no result yet. */
async function lastResult({ _id: union }: UnionRecord, { store }: GatherPorts): Promise<AssessmentRecord | undefined> {
  const years = await store.find(homeAssessments, {
    index: 'byUnion',
    equals: { union },
    order: 'descending',
    limit: 5,
  })
  return years.documents.find(({ result }) => result !== undefined)
}
