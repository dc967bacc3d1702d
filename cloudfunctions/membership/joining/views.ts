import { Signature } from '../../../shared/membership/joining'
import { workingDaysLeft } from '../../../shared/membership/due'
import type { ApplicationRecord, StoredStep } from '../../_kernel/records/applications'
import type { Call } from '../../_kernel/serve'
import { rejectReasonName, returnReasonName } from '../../../shared/membership/reasons'

/** 时间线 for people: unions and reasons named, nobody’s account shown. */
export function timelineOf(steps: readonly StoredStep[]) {
  return steps.map((step) => {
    const reasons = [
      ...(step.returnReasons ?? []).map((reason) => returnReasonName[reason]),
      ...(step.rejectReasons ?? []).map((reason) => rejectReasonName[reason]),
    ]
    return {
      kind: step.kind,
      at: step.at,
      ...(step.unionName === undefined ? {} : { unionName: step.unionName }),
      ...(reasons.length === 0 ? {} : { reasons }),
      ...(step.note === undefined ? {} : { note: step.note }),
    }
  })
}

/** The letter as it was agreed to, with the signature’s strokes where it was signed. */
export async function letterOf({ letter }: ApplicationRecord, files: Call<unknown>['files']) {
  const { version, title, text, agreedAt, signature } = letter
  const file = signature === undefined ? undefined : await files.get(signature)
  return {
    version,
    title,
    text,
    agreedAt,
    ...(file === undefined ? {} : { signature: Signature.parse(JSON.parse(new TextDecoder().decode(file.bytes))) }),
  }
}

export function clockOf(application: ApplicationRecord, call: Pick<Call<unknown>, 'today'>) {
  return {
    submittedAt: application.submittedAt,
    dueOn: application.dueOn,
    workingDaysLeft: workingDaysLeft(call.today, application.dueOn),
  }
}
