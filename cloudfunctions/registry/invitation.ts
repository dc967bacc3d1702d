import type { InvitationView } from '../../shared/contract/registry'
import { unionTypeName } from '../../shared/org/union'
import { regions, type InvitationRecord, type UnionRecord } from '../_kernel/records/registry'
import { unitNow } from '../_kernel/units'
import type { Reader } from '../_kernel/store/port'
import { unitHit } from './hits'

/** 邀请码的内容. */
export async function invitationView(
  invitation: Pick<InvitationRecord, '_id' | 'unit'>,
  union: UnionRecord,
  store: Reader,
): Promise<InvitationView> {
  const [unit, region] = await Promise.all([
    invitation.unit === undefined ? undefined : unitNow(invitation.unit, store),
    store.get(regions, union.region),
  ])
  const industry = unit?.industry ?? (union.industries.length === 1 ? union.industries[0] : undefined)
  return {
    scene: invitation._id,
    union: { id: union._id, name: union.name, type: unionTypeName[union.type] },
    ...(unit === undefined ? {} : { unit: unitHit(unit) }),
    ...(region === undefined ? {} : { region: { id: region._id, name: region.name } }),
    ...(industry === undefined ? {} : { industry }),
  }
}
