import { OfficerDisplay, type OfficerRecord } from '../../_kernel/records/registry'
import type { Sealer } from '../../_kernel/seal/sealer'
import { openJson } from '../../_kernel/secrets'

/** What an officer agreed to have published besides the masked name. */
export function displayOf({ _id, display }: OfficerRecord, sealer: Sealer): OfficerDisplay {
  return display === undefined
    ? {}
    : openJson(sealer, { collection: 'officers', id: _id, field: 'display' }, OfficerDisplay, display)
}
