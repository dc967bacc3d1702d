import { quotas } from '../../_kernel/records/upkeep'
import type { Call } from '../../_kernel/serve'

/** A person joins with one number, mends a slip or two, and may help a few colleagues on the same phone. */
const numbersPerDay = 10

/** 查询次数: how many different numbers this account tries in a day. The same number again costs nothing. */
export async function spendLookup(
  lock: string,
  call: Pick<Call<unknown>, 'store' | 'account' | 'today'>,
): Promise<boolean> {
  const id = `number:${call.account}:${call.today}`
  const known = await call.store.get(quotas, id)
  if (known?.seen.includes(lock)) return true
  const spent = await call.store.transact(async (tx) => {
    const quota = (await tx.get(quotas, id)) ?? { _id: id, day: call.today, seen: [] }
    if (quota.seen.includes(lock)) return { ok: true }
    if (quota.seen.length >= numbersPerDay) return { ok: false }
    await tx.put(quotas, { ...quota, seen: [...quota.seen, lock] })
    return { ok: true }
  })
  return spent.ok
}
