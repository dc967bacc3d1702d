import type { World } from '../org/world'
import { passGates } from './routing-gates'
import { review } from './routing-result'
import { settle } from './routing-standing'
import { targetOf } from './routing-targets'
import type { RoutingIndex, RoutingPolicy, RoutingResult, Worker } from './routing-types'
import { indexWorld } from './routing-world'

/**
 * 分流：谁用工、谁组织入会. Which union organises this worker, decided from a snapshot of the org tree, the region's policy and the worker. Total
 * (never throws, unknown ids included), no clock, no I/O. Rules and clauses: docs/rules/routing.md; sentences: routing-reasons.ts.
 */
export function route(world: World, worker: Worker, policy: RoutingPolicy): RoutingResult {
  return routeIn(indexWorld(world), worker, policy)
}

/** The same over lookups, which a server builds from the few documents that this worker's case needs (routing-slice.ts). */
export function routeIn(index: RoutingIndex, worker: Worker, policy: RoutingPolicy): RoutingResult {
  const decided = passGates(index, worker, policy)
  if (decided !== undefined) return decided
  const target = targetOf(index, worker, policy)
  return target === undefined ? review(['R99']) : settle(index, worker, target)
}
