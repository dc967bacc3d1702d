import { registry } from '../../shared/contract/registry'
import { Scene, type UnionId, type UnitId } from '../../shared/core/ids'
import { refuse, succeed } from '../../shared/core/outcome'
import { auditing } from '../_kernel/audit'
import { coverages, invitations, unions } from '../_kernel/records/registry'
import { unitNow } from '../_kernel/units'
import { implement } from '../_kernel/serve'
import type { Store } from '../_kernel/store/port'
import { invitationView } from './invitation'

/** 邀请海报: the code of a union and unit is always the same, so that a poster on the wall stays valid and two officers print one code. */
export const invite = implement(registry.procedures.invite, async (call) => {
  const { union: id, unit } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (unit !== undefined && !(await organises(id, unit, call.store))) return refuse('UNIT_UNKNOWN', { field: 'unit' })

  const earlier = await call.store.find(invitations, { index: 'byUnion', equals: { union: id, unit }, limit: 1 })
  const scene =
    earlier.documents[0]?._id ?? Scene.parse(call.indexer.lockId(`invitation:${id}:${unit ?? ''}`).slice(0, 22))
  const [view, poster] = await Promise.all([
    invitationView({ _id: scene, unit }, union, call.store),
    call.poster(scene),
  ])
  const audit = auditing(call, { action: 'invitation.create', subject: scene, union: id })
  return call.act(async (tx) => {
    if ((await tx.get(invitations, scene)) === undefined) {
      await tx.insert(invitations, {
        _id: scene,
        union: id,
        ...(unit === undefined ? {} : { unit }),
        createdAt: call.now,
        by: call.account,
      })
      await audit(tx)
    }
    return succeed({ ...view, poster })
  })
})

async function organises(union: UnionId, unit: UnitId, store: Store): Promise<boolean> {
  const record = await unitNow(unit, store)
  if (record === undefined) return false
  return record.union === union || (await store.get(coverages, `${union}:${record._id}`)) !== undefined
}
