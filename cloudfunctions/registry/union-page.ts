import { registry } from '../../shared/contract/registry'
import { refuse, succeed } from '../../shared/core/outcome'
import type { UnionId } from '../../shared/core/ids'
import type { IsoDate } from '../../shared/core/time'
import { maskName } from '../../shared/identity/mask'
import { monthsAfter } from '../../shared/core/calendar'
import { roleName } from '../../shared/org/officers'
import { unionTypeName } from '../../shared/org/union'
import { displayOf } from '../_kernel/officer-display'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { memberships } from '../_kernel/records/memberships'
import { officers, unions, type OfficerRecord } from '../_kernel/records/registry'
import { committees } from '../_kernel/records/union-registry'
import type { Sealer } from '../_kernel/seal/sealer'
import { implement } from '../_kernel/serve'
import type { Store } from '../_kernel/store/port'

/** 我的工会: what everybody may know, and the officers who agreed to be shown (双亮). */
export const unionPage = implement(registry.procedures.unionPage, async (call) => {
  const { store, sealer, input, now, today } = call
  const union = await store.get(unions, input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const above = union.parent === undefined ? undefined : await store.get(unions, union.parent)
  const [inOffice, elected, left, policy] = await Promise.all([
    store.find(officers, { index: 'byUnion', equals: { union: union._id }, limit: 50 }),
    store.find(committees, { index: 'byUnion', equals: { union: union._id } }),
    leftOfLate(union._id, today, store),
    policyOfUnion(union, call),
  ])
  return succeed({
    name: union.name,
    type: unionTypeName[union.type],
    region: union.region,
    ...(union.phone === undefined ? {} : { phone: union.phone }),
    ...(union.address === undefined ? {} : { address: union.address }),
    ...(above === undefined ? {} : { above: { union: above._id, name: above.name } }),
    officers: inOffice.documents
      .filter((officer) => officer.shown && (officer.until === undefined || officer.until > now))
      .map((officer) => ({
        officer: officer._id,
        ...shownOf(officer, sealer),
        role: roleName[officer.role],
        maskedName: maskName(sealer.open({ collection: 'officers', id: officer._id, field: 'name' }, officer.name)),
      })),
    committees: elected.documents.map(({ kind, seats, electedOn, until }) => ({ kind, seats, electedOn, until })),
    ...(left.count === 0 ? {} : { left: shownLeft(left, policy.values.smallCount) }),
  })
})

function shownOf(officer: OfficerRecord, sealer: Sealer): { readonly phone?: string; readonly photo: boolean } {
  const { phone, photo } = displayOf(officer, sealer)
  return { ...(phone === undefined ? {} : { phone }), photo: photo !== undefined }
}

/** 宣布退会 (章程): how many in the last three months. More than a page can mean stands as a thousand. */
async function leftOfLate(union: UnionId, today: IsoDate, store: Store) {
  const since = monthsAfter(today, -3)
  const left = { index: 'byChange', equals: { union, state: 'left' as const }, from: since, atMost: 1_000 }
  return { since, count: await store.count(memberships, left) }
}

/** 小数字保护: of a few, whoever knows the union knows who they are. */
function shownLeft({ since, count }: { readonly since: IsoDate; readonly count: number }, limit: number) {
  return count < limit ? { since, limit } : { since, limit, count }
}
