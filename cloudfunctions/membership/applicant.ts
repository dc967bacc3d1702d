import { ApplicantSecrets, type ApplicationRecord } from '../_kernel/records/applications'
import { openJson } from '../_kernel/secrets'
import type { Call } from '../_kernel/serve'

/** Opens what is sealed of an applicant, inside a handler and for one answer. */
export function secretsOf(application: ApplicationRecord, { sealer }: Pick<Call<unknown>, 'sealer'>): ApplicantSecrets {
  return openJson(
    sealer,
    { collection: 'applications', id: application._id, field: 'secrets' },
    ApplicantSecrets,
    application.secrets,
  )
}

/** 所在: the unit, or the place of the work where no unit was named. */
export function placeOf({ unitName, facts }: ApplicationRecord): string {
  return unitName === '' ? (facts.find(({ heading }) => heading === '在哪儿干活')?.text ?? '') : unitName
}
