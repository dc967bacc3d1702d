import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { mayExport, type ExportRefusal } from '../../../shared/review/scrutiny'
import { holdsRight } from '../../_kernel/access'
import { accounts } from '../../_kernel/records/accounts'
import { unions } from '../../_kernel/records/registry'
import { reviewPublications, reviewResults, type ReviewResultRecord } from '../../_kernel/records/review-results'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf } from '../../_kernel/review/elector-of'
import type { Call } from '../../_kernel/serve'
import { isJudged } from '../judged'
import { reviewOfUnion } from '../of-union'

type Ports = Pick<Call<unknown>, 'store' | 'account' | 'now'>

export interface Exportable {
  readonly review: ReviewRecord
  readonly result: ReviewResultRecord
}

/** A review whose file this scrutineer may export with another one. Asked at every step: offices end. */
export async function exportable(
  input: { readonly union: UnionId; readonly review: ReviewId },
  ports: Ports,
): Promise<Outcome<Exportable, ExportRefusal | 'NOT_FOUND' | 'NOT_ALLOWED'>> {
  const found = await reviewOfUnion(input, ports.store)
  if (!found.ok) return found
  const review = found.data
  if (await isJudged(review, ports)) return refuse('NOT_ALLOWED')
  const result = await ports.store.get(reviewResults, review._id)
  if (result === undefined || result.state === 'counted') return refuse('EXPORT_NOT_YET')
  const [isOfPool, isElector] = await Promise.all([isScrutineerOfPool(result, ports), hasVote(review._id, ports)])
  const may = mayExport(result.state, { isOfPool, isElector })
  return may.ok ? succeed({ review, result }) : may
}

async function isScrutineerOfPool({ union, publication }: ReviewResultRecord, { store, account, now }: Ports) {
  const published = publication === undefined ? undefined : await store.get(reviewPublications, publication)
  const upper = published && (await store.get(unions, published.upper))
  const others = upper?.line.filter((above) => above !== union) ?? []
  return holdsRight(store, account, others, 'scrutinise', now)
}

async function hasVote(review: ReviewId, { store, account }: Ports): Promise<boolean> {
  const person = (await store.get(accounts, account))?.person
  const elector = person && (await electorOf(review, person, store))
  return elector?.standing === 'elector'
}
