import type { z } from 'zod'
import type { surveyProcedures } from '../../../shared/contract/review-survey'
import type { ReviewId } from '../../../shared/core/ids'
import { askBeforeLeaving } from '../../services/leaving'

export type Slip = NonNullable<z.output<typeof surveyProcedures.makeSurveyCodes.output>['slips']>[number]

/**
 * 还没印的纸条: in the memory of this page alone, kept nowhere. Going to another page and back loses none of them; closing the browser’s page loses all, which it
 * asks about.
 */
const held = new Map<ReviewId, readonly Slip[]>()
let stopAsking: (() => void) | undefined

export function slipsOf(review: ReviewId): readonly Slip[] {
  return held.get(review) ?? []
}

export function holdSlips(review: ReviewId, slips: readonly Slip[]): void {
  held.set(review, [...slipsOf(review), ...slips])
  stopAsking ??= askBeforeLeaving()
}

export function dropSlips(review: ReviewId): void {
  held.delete(review)
  if (held.size > 0) return
  stopAsking?.()
  stopAsking = undefined
}
