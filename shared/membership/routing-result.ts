import type { UnionId } from '../core/ids'
import type { FollowUp, RoutingAction, RoutingFlag, RoutingResult, RuleId } from './routing-types'

interface Details {
  readonly primary: UnionId | null
  /** As found: the primary, repeats and gaps are dropped here. */
  readonly alternatives?: readonly (UnionId | null | undefined)[]
  readonly followUps?: readonly FollowUp[]
  readonly flags?: readonly RoutingFlag[]
  readonly transferFrom?: UnionId
  readonly withdrawFrom?: UnionId
}

/** 分流结果, made in one place so that alternatives never repeat the primary or each other. */
export function result(action: RoutingAction, rules: readonly RuleId[], details: Details): RoutingResult {
  const { primary, alternatives = [], followUps = [], flags = [], ...moved } = details
  return { action, primary, alternatives: others(primary, alternatives), followUps, flags, rules, ...moved }
}

/** 人工决定, with whatever was found. */
export function review(rules: readonly RuleId[], found: Omit<Details, 'primary'> = {}): RoutingResult {
  return result('MANUAL_REVIEW', rules, { primary: null, ...found })
}

function others(primary: UnionId | null, offered: readonly (UnionId | null | undefined)[]): readonly UnionId[] {
  return [...new Set(offered)].filter((union): union is UnionId => Boolean(union) && union !== primary)
}
