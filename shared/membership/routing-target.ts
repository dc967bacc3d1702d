import type { UnionId } from '../core/ids'
import { industryFederations, industryOf, placeOf, territorial } from './routing-candidates'
import type { FollowUp, RoutingFlag, RoutingIndex, RuleId, Worker } from './routing-types'

/** 该归哪个工会: what the table of ROUTING.md says before the person's standing is looked at. */
export interface Target {
  readonly rule: RuleId
  /** The worker must choose among primary and alternatives. */
  readonly choice?: true
  readonly primary: UnionId | undefined
  /** As found; may repeat the primary. */
  readonly alternatives: readonly UnionId[]
  readonly followUps: readonly FollowUp[]
  readonly flags: readonly RoutingFlag[]
  /** Where somebody who is a member already may stay (R61). */
  readonly legitimate: readonly UnionId[]
}

/** What a row of the table leaves empty. */
export const plain = { followUps: [], flags: [], legitimate: [] } as const

/** At least one union. */
export type Some = readonly [UnionId, ...UnionId[]]

export function isSome(unions: readonly UnionId[]): unions is Some {
  return unions.length > 0
}

export interface Nearby {
  readonly territorial: readonly UnionId[]
  readonly industry: readonly UnionId[]
}

/** 就近: by the place and the industry of the work. */
export function near(index: RoutingIndex, worker: Worker): Nearby {
  const place = placeOf(index, worker)
  return {
    territorial: territorial(index, place),
    industry: industryFederations(index, place, industryOf(index, worker)),
  }
}
