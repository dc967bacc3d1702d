import { chinaDay } from '../../shared/core/time'
import { rightsOf } from '../../shared/org/officers'
import { officers } from '../_kernel/records/registry'
import type { ReviewRecord } from '../_kernel/records/reviews'
import type { Call } from '../_kernel/serve'

/**
 * 被评的人不计票、不监票: whoever led the union that is judged on any day since the announcement, or announced this review, is no teller and no scrutineer of it, though
 * they be one of a union above. On leave, or out of office since yesterday, they are judged all the same.
 */
export async function isJudged(
  { union, announcedBy, announcedOn }: Pick<ReviewRecord, 'union' | 'announcedBy' | 'announcedOn'>,
  { store, account }: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<boolean> {
  if (announcedBy === account) return true
  const office = await store.get(officers, `${union}:${account}`)
  if (office === undefined || !rightsOf[office.role].includes('reviews')) return false
  return office.until === undefined || chinaDay(office.until) >= announcedOn
}
