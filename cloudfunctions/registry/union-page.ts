import { registry } from '../../shared/contract/registry'
import { refuse, succeed } from '../../shared/core/outcome'
import { maskName } from '../../shared/identity/mask'
import { roleName } from '../../shared/org/officers'
import { unionTypeName } from '../../shared/org/union'
import { displayOf } from '../_kernel/officer-display'
import { officers, unions, type OfficerRecord } from '../_kernel/records/registry'
import type { Sealer } from '../_kernel/seal/sealer'
import { implement } from '../_kernel/serve'

/** 我的工会: what everybody may know, and the officers who agreed to be shown (双亮). */
export const unionPage = implement(registry.procedures.unionPage, async ({ store, sealer, input, now }) => {
  const union = await store.get(unions, input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const above = union.parent === undefined ? undefined : await store.get(unions, union.parent)
  const inOffice = await store.find(officers, { index: 'byUnion', equals: { union: union._id }, limit: 50 })
  return succeed({
    name: union.name,
    type: unionTypeName[union.type],
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
  })
})

function shownOf(officer: OfficerRecord, sealer: Sealer): { readonly phone?: string; readonly photo: boolean } {
  const { phone, photo } = displayOf(officer, sealer)
  return { ...(phone === undefined ? {} : { phone }), photo: photo !== undefined }
}
