import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { quotas, type QuotaRecord } from '../../_kernel/records/upkeep'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** A person joins with one number, mends a slip or two, and may help a few colleagues on the same phone. */
const numbersPerDay = 10

/** 查询次数: the different numbers this account tries in a day. The same number again costs nothing. */
export interface Quota {
  /** Counts the number in the transaction that uses it. Refused where others filled the day’s quota meanwhile. */
  spendIn(tx: Transaction): Promise<Outcome<void, 'TOO_MANY'>>
  /** Counts it by itself: a number that was looked up counts, whatever came of it. */
  spend(): Promise<Outcome<void, 'TOO_MANY'>>
}

/** Refused where today’s numbers are used up and this is another one. */
export async function openQuota(
  lock: string,
  call: Pick<Call<unknown>, 'store' | 'account' | 'today'>,
): Promise<Outcome<Quota, 'TOO_MANY'>> {
  const id = `number:${call.account}:${call.today}`
  const known = await call.store.get(quotas, id)
  if (known !== undefined && isUsedUp(known, lock)) return refuse('TOO_MANY')

  const spendIn = async (tx: Transaction) => {
    const quota = (await tx.get(quotas, id)) ?? { _id: id, day: call.today, seen: [] }
    if (isUsedUp(quota, lock)) return refuse('TOO_MANY')
    if (!quota.seen.includes(lock)) await tx.put(quotas, { ...quota, seen: [...quota.seen, lock] })
    return succeed(undefined)
  }
  const free = known?.seen.includes(lock) === true
  return succeed({ spendIn, spend: async () => (free ? succeed(undefined) : call.store.transact(spendIn)) })
}

function isUsedUp({ seen }: QuotaRecord, lock: string): boolean {
  return seen.length >= numbersPerDay && !seen.includes(lock)
}
