import type { InvitationView } from '../../../shared/contract/registry'
import { registry } from '../../../shared/contract/registry'
import { ask } from '../../services/api'

/** A street's path down from its city: city, district, street. From there on, routing by place is as exact as it gets. */
export const streetDepth = 3

/** Whether the inviting union's place is a street or smaller. Only asked where no unit is named; without an answer the place is asked of the person. */
export async function isNear({ unit, region }: InvitationView): Promise<boolean> {
  if (unit !== undefined || region === undefined) return false
  const around = await ask(registry, 'regions', { parent: region.id })
  return around.ok && around.data.path.length >= streetDepth
}
