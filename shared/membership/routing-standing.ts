import type { UnionId } from '../core/ids'
import { result, review } from './routing-result'
import type { Target } from './routing-target'
import type { RoutingIndex, RoutingResult, Worker, WorkerMembership } from './routing-types'

/**
 * 会籍现状, the last step (ROUTING.md): R07 nobody to send to; R09 an open application while the employer founded a union; R62 a member elsewhere
 * in the country; R63 retained; R60 in the right union already; R61 in another legitimate one; R64 elsewhere; R65 none.
 */
export function settle(index: RoutingIndex, worker: Worker, target: Target): RoutingResult {
  const { rule, alternatives, followUps, flags } = target
  if (target.primary === undefined && !target.choice) return review([rule, 'R07'], { alternatives, flags })

  if (worker.pendingApplication) return reroute(worker.pendingApplication, target)
  if (worker.membership) return settleMember(index, worker, worker.membership, target)
  const action = target.choice ? 'CHOOSE' : 'JOIN'
  return result(action, target.choice ? [rule] : [rule, 'R65'], {
    primary: target.primary ?? null,
    alternatives,
    followUps,
    flags,
  })
}

/** R09 改送 (default from 000 二(二)): never to where the application lies already. */
function reroute(pending: UnionId, target: Target): RoutingResult {
  const { rule, alternatives, followUps, flags } = target
  const primary = preferred(target)
  if (pending === primary) return result('BLOCK_DUPLICATE', [rule, 'R05'], { primary, alternatives, followUps, flags })
  return result('REROUTE', [rule, 'R09'], { primary, alternatives, followUps, flags, withdrawFrom: pending })
}

function settleMember(
  index: RoutingIndex,
  worker: Worker,
  membership: WorkerMembership,
  target: Target,
): RoutingResult {
  const { rule, alternatives, followUps, flags } = target
  const primary = preferred(target)
  const found = { primary, alternatives, followUps, flags }
  const held = membership.union ?? undefined
  const transferFrom = held === undefined ? {} : { transferFrom: held }

  if (membership.external)
    return result('TRANSFER', [rule, 'R62'], { ...found, followUps: [...followUps, 'CHECK_EXTERNAL_CERTIFICATE'] })
  if (membership.status === 'retained') return result('RESUME_TRANSFER', [rule, 'R63'], { ...found, ...transferFrom })
  if (held !== undefined && held === target.primary) return result('KEEP', [rule, 'R60'], found)
  if (held !== undefined && mayStay(index, worker, held, target)) {
    return result('KEEP', [rule, 'R61'], { ...found, primary: held, alternatives: [target.primary, ...alternatives] })
  }
  return result('TRANSFER', [rule, 'R64'], { ...found, ...transferFrom })
}

/** Where the table leaves several equal choices (R51), a transfer goes to the first; the others stay offered. */
function preferred({ primary, alternatives }: Target): UnionId | null {
  return primary ?? alternatives[0] ?? null
}

/** R61: a legitimate candidate, or the union of the job that goes on, unless that union is gone. */
function mayStay(index: RoutingIndex, { keepsOtherJob }: Worker, held: UnionId, { legitimate }: Target): boolean {
  if (legitimate.includes(held)) return true
  return keepsOtherJob === true && (index.union(held)?.status ?? 'active') === 'active'
}

/** 从系统外转入 (R62): an application like any other, but of somebody who is a member already. A transfer within the system has its own way. */
export function comesFromOutside({ action, rules }: Pick<RoutingResult, 'action' | 'rules'>): boolean {
  return action === 'TRANSFER' && rules.includes('R62')
}
