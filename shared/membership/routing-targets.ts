import { ofContractor, ofDispatched, ofEmployer } from './routing-targets-employed'
import { ofFlexible, ofNewForm } from './routing-targets-free'
import type { Target } from './routing-target'
import type { RoutingIndex, RoutingPolicy, Worker } from './routing-types'

/**
 * Target by category; undefined where the table has no row for it (R99). Somebody seconded comes this far without a membership, and belongs where the
 * labour relation is (总工发〔2016〕35号 §3).
 */
export function targetOf(index: RoutingIndex, worker: Worker, policy: RoutingPolicy): Target | undefined {
  switch (worker.category) {
    case 'regular':
    case 'off_establishment':
    case 'seconded':
      return ofEmployer(index, worker)
    case 'dispatched':
      return ofDispatched(index, worker, policy)
    case 'outsourced':
      return ofContractor(index, worker)
    case 'new_form':
      return ofNewForm(index, worker, policy)
    case 'part_time':
    case 'flexible':
      return ofFlexible(index, worker)
    default:
      return undefined
  }
}
