import { registry } from '../../shared/contract/registry'
import { refuse, succeed } from '../../shared/core/outcome'
import { invitations, unions } from '../_kernel/records/registry'
import { implement } from '../_kernel/serve'
import { invitationView } from './invitation'

/** 扫码: a code that nobody gave out, and one of a union that is no more, get the same answer. */
export const openInvitation = implement(registry.procedures.openInvitation, async ({ store, input }) => {
  const invitation = await store.get(invitations, input.scene)
  const union = invitation === undefined ? undefined : await store.get(unions, invitation.union)
  if (invitation === undefined || union?.status !== 'active') return refuse('SCENE_UNKNOWN')
  return succeed(await invitationView(invitation, union, store))
})
