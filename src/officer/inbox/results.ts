import type { z } from 'zod'
import type { membership } from '../../../shared/contract/membership'
import type { ApplicationId } from '../../../shared/core/ids'

export type BatchResult = z.output<typeof membership.procedures.decideBatch.output>['results'][number]

export function refusedOnes(results: readonly BatchResult[]): readonly ApplicationId[] {
  return results.flatMap((result) => (result.ok ? [] : [result.application]))
}

/** 同意 3 人，1 人没办成. */
export function summaryOf(results: readonly BatchResult[]): string {
  const refused = refusedOnes(results).length
  const approved = results.length - refused
  if (refused === 0) return `已同意 ${approved} 人入会`
  return approved === 0 ? `${refused} 人没办成，原因见下` : `已同意 ${approved} 人，${refused} 人没办成，原因见下`
}
