import { registry } from '../../shared/contract/registry'
import { serve } from '../_kernel/serve'
import { invite } from './invite'
import { listRegions } from './list-regions'
import { openInvitation } from './open-invitation'
import { searchUnits } from './search-units'
import { unionPage } from './union-page'
import { unitsOfUnion } from './units-of-union'

/** 组织与单位. */
export const registryFunction = serve(registry, {
  openInvitation,
  searchUnits,
  regions: listRegions,
  unionPage,
  invite,
  unitsOfUnion,
})
