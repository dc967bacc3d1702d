import type { UnionId } from '../../../shared/core/ids'
import { rightsOf, OfficerRole } from '../../../shared/org/officers'
import { resolvePolicy, type Policy } from '../../../shared/policy/resolve'
import type { IsoDate } from '../../../shared/core/time'
import { officers, regions, unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'

const deciding = OfficerRole.options.filter((role) => rightsOf[role].includes('approve'))

/** A union as the place where something waits. */
export interface Desk {
  readonly union: UnionRecord
  readonly hasOfficer: boolean
  readonly policy: Policy
  /** The nearest active union above; none on top of everything. */
  readonly above: UnionRecord | undefined
}

/** Looks desks up for one stretch of a walk, each of them once. */
export function desksOf({ store }: Pick<Runtime, 'store'>, today: IsoDate, now: string) {
  const known = new Map<UnionId, Promise<Desk | undefined>>()
  return (id: UnionId): Promise<Desk | undefined> => {
    const found = known.get(id) ?? deskOf(id)
    known.set(id, found)
    return found
  }

  async function deskOf(id: UnionId): Promise<Desk | undefined> {
    const union = await store.get(unions, id)
    if (union === undefined) return undefined
    const [region, hasOfficer, above] = await Promise.all([
      store.get(regions, union.region),
      anyoneInOffice(id),
      nearestActive(union.line.slice(1)),
    ])
    return { union, hasOfficer, above, policy: resolvePolicy(region?.path ?? [union.region], today) }
  }

  async function anyoneInOffice(union: UnionId): Promise<boolean> {
    for (const role of deciding) {
      const held = await store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 100 })
      if (held.documents.some(({ until }) => until === undefined || until > now)) return true
    }
    return false
  }

  async function nearestActive(line: readonly UnionId[]): Promise<UnionRecord | undefined> {
    for (const id of line) {
      const union = await store.get(unions, id)
      if (union?.status === 'active') return union
    }
    return undefined
  }
}
