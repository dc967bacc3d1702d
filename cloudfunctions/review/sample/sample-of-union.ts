import type { z } from 'zod'
import type { sampleProcedures } from '../../../shared/contract/review-sample'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { reviewSamples, type ReviewSampleRecord } from '../../_kernel/records/review-samples'
import type { Reader } from '../../_kernel/store/port'

/** The sample that an officer names, where it is one of the union that they name. */
export async function sampleOfUnion(
  { union, review }: { readonly union: UnionId; readonly review: ReviewId },
  reader: Reader,
): Promise<Outcome<ReviewSampleRecord, 'NOT_FOUND'>> {
  const record = await reader.get(reviewSamples, review)
  return record?.union === union ? succeed(record) : refuse('NOT_FOUND')
}

/** 进度: nothing of what a single officer typed. */
export function standingOf(
  sample: ReviewSampleRecord,
): Omit<z.input<typeof sampleProcedures.sampleStanding.output>, 'mine'> {
  const { state, size, lottery, drawnOn, population, commitment, value } = sample
  return {
    state,
    size,
    lottery,
    drawnOn,
    ...(population === undefined ? {} : { population }),
    ...(commitment === undefined ? {} : { commitment }),
    ...(value === undefined ? {} : { value }),
  }
}
