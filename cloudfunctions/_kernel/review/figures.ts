import type { ReviewId } from '../../../shared/core/ids'
import { CountSoFar, reviewCounts, type ReviewCountRecord } from '../records/review-counts'
import { ResultFigures, reviewResults, type ReviewResultRecord } from '../records/review-results'
import type { Runtime } from '../runtime'
import { openJson, sealJson } from '../secrets'

type Sealing = Pick<Runtime, 'sealer'>

export function openCount({ _id, figures }: ReviewCountRecord, { sealer }: Sealing): CountSoFar {
  return openJson(sealer, placeOf(reviewCounts.name, _id), CountSoFar, figures)
}

export function sealCount(review: ReviewId, figures: CountSoFar, { sealer }: Sealing): string {
  return sealJson(sealer, placeOf(reviewCounts.name, review), figures)
}

export function openFigures({ _id, figures }: ReviewResultRecord, { sealer }: Sealing): ResultFigures {
  return openJson(sealer, placeOf(reviewResults.name, _id), ResultFigures, figures)
}

export function sealFigures(review: ReviewId, figures: ResultFigures, { sealer }: Sealing): string {
  return sealJson(sealer, placeOf(reviewResults.name, review), figures)
}

function placeOf(collection: string, id: ReviewId) {
  return { collection, id, field: 'figures' }
}
