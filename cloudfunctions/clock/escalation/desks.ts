import type { UnionId } from '../../../shared/core/ids'
import type { Office } from '../../../shared/membership/escalation'
import type { Policy } from '../../../shared/policy/resolve'
import { policyAt } from '../../_kernel/policy/policy-at'
import { chinaDay } from '../../../shared/core/time'
import { officeOf, type OfficeRight } from '../../_kernel/office'
import { regions, unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'

/** A union as the place where something waits. */
export interface Desk {
  readonly union: UnionRecord
  readonly office: Office
  readonly policy: Policy
  /** The nearest active union above; none on top of everything. */
  readonly above: UnionRecord | undefined
}

/** Looks desks up for one stretch of a walk, each of them once. `right`: what the office has to be able to do. */
export function desksOf({ store, now: moment }: Pick<Runtime, 'store' | 'now'>, right: OfficeRight) {
  const now = moment()
  const today = chinaDay(now)
  const known = new Map<UnionId, Promise<Desk | undefined>>()
  return (id: UnionId): Promise<Desk | undefined> => {
    const found = known.get(id) ?? deskOf(id)
    known.set(id, found)
    return found
  }

  async function deskOf(id: UnionId): Promise<Desk | undefined> {
    const union = await store.get(unions, id)
    if (union === undefined) return undefined
    const [region, office, above] = await Promise.all([
      store.get(regions, union.region),
      officeOf(id, right, { store, now }),
      nearestActive(union.line.slice(1)),
    ])
    const policy = await policyAt(region?.path ?? [union.region], today, { store, today })
    return { union, office, above, policy }
  }

  async function nearestActive(line: readonly UnionId[]): Promise<UnionRecord | undefined> {
    for (const id of line) {
      const union = await store.get(unions, id)
      if (union?.status === 'active') return union
    }
    return undefined
  }
}
