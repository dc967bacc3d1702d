import type { AccountId, ReviewId } from '../../../shared/core/ids'
import type { Indexer } from '../seal/sealer'

/** 名单上的微信, as an elector’s record keeps it: to be compared, and to lead from a list to nobody’s account. */
export function accountMark(review: ReviewId, account: AccountId, { lockId }: Pick<Indexer, 'lockId'>): string {
  return lockId(`elector:${review}:${account}`)
}
