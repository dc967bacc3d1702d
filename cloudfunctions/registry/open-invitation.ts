import { registry } from '../../shared/contract/registry'
import type { UnionId } from '../../shared/core/ids'
import { refuse, succeed } from '../../shared/core/outcome'
import { invitations, unions, type UnionRecord } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import type { Reader } from '../_kernel/store/port'
import { invitationView } from './invitation'

/** Unions that merge and merge again: whoever follows them further stops here. */
const mostMergers = 8

/** 扫码: a poster of a union that merged leads to its successor; a code that nobody gave out, and one of a union that is no more, get the same answer. */
export const openInvitation = implement(registry.procedures.openInvitation, async ({ store, input }) => {
  const invitation = await store.get(invitations, input.scene)
  const union = invitation === undefined ? undefined : await unionNow(invitation.union, store)
  if (invitation === undefined || union?.status !== 'active') return refuse('SCENE_UNKNOWN')
  return succeed(await invitationView(invitation, union, store))
})

async function unionNow(id: UnionId, store: Reader): Promise<UnionRecord | undefined> {
  let union = await store.get(unions, id)
  for (let step = 0; union?.successor !== undefined && step < mostMergers; step++)
    union = await store.get(unions, union.successor)
  return union
}
