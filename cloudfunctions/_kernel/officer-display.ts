import { OfficerDisplay, type OfficerRecord } from './records/registry'
import type { Sealer } from './seal/sealer'
import { openJson } from './secrets'

/** Without what was published: the consent was for the time in office. */
export function unpublished({ display: _, displayConsent: __, ...rest }: OfficerRecord): OfficerRecord {
  return { ...rest, shown: false }
}

/** What an officer agreed to have published besides the masked name. */
export function displayOf({ _id, display }: OfficerRecord, sealer: Sealer): OfficerDisplay {
  return display === undefined
    ? {}
    : openJson(sealer, { collection: 'officers', id: _id, field: 'display' }, OfficerDisplay, display)
}
