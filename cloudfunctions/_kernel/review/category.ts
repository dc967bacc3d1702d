import { categoryOf } from '../../../shared/review/category'
import type { ReviewCategory } from '../../../shared/review/verdict'
import { units, type UnionRecord } from '../records/registry'
import type { ReviewRecord } from '../records/reviews'
import type { Reader } from '../store/port'

/** 按哪一类达标: as it was announced; a union whose unit is registered otherwise while it votes is held to what it was. */
export async function categoryOfReview(
  { kind, category }: Pick<ReviewRecord, 'kind' | 'category'>,
  { hostUnit }: Pick<UnionRecord, 'hostUnit'>,
  store: Reader,
): Promise<ReviewCategory> {
  if (category !== undefined) return category
  const unit = hostUnit === undefined ? undefined : await store.get(units, hostUnit)
  return categoryOf(kind, unit?.unitKind)
}
