import { refuse, succeed, type Outcome } from '../../shared/core/outcome'
import { quotas, type QuotaRecord } from './records/upkeep'
import type { Call } from './serve'
import type { Transaction } from './store/port'

/** What an account may try a limited number of times a day. */
export type Tried = keyof typeof perDay

const perDay = {
  /** 证件号码: a person joins with one, mends a slip or two, and may help a few colleagues on the same phone. */
  number: 10,
  /** 代办的证件号码: a morning’s papers of a large union. */
  entry: 200,
  /** 任职码、绑定码、手机号授权码、查不到的证明码: typed or scanned once, twice when it failed. */
  code: 20,
  /** 会员证的照片: taken again until it is sharp. */
  picture: 20,
  /** 导入的文件: a file that is mended and sent again is another one. */
  file: 30,
  /** 导出的表: each time it is begun; a file of it is made again at will. */
  export: 30,
  /** 查找: different texts. An officer who enters a joint union’s units by hand needs many. */
  search: 300,
} as const

/** 次数: the different things this account tries in a day. The same again costs nothing. */
export interface Quota {
  /** Counts it in the transaction that uses it. Refused where others filled the day’s quota meanwhile. */
  spendIn(tx: Transaction): Promise<Outcome<void, 'TOO_MANY'>>
  /** Counts it by itself: what was looked up counts, whatever came of it. */
  spend(): Promise<Outcome<void, 'TOO_MANY'>>
}

type Ports = Pick<Call<unknown>, 'store' | 'account' | 'today'>

/** Refused where today’s tries are used up and this is another one. `item` is a keyed digest of what is tried. */
export async function openQuota(tried: Tried, item: string, call: Ports): Promise<Outcome<Quota, 'TOO_MANY'>> {
  const id = `${tried}:${call.account}:${call.today}`
  const isUsedUp = ({ seen }: QuotaRecord) => seen.length >= perDay[tried] && !seen.includes(item)
  const known = await call.store.get(quotas, id)
  if (known !== undefined && isUsedUp(known)) return refuse('TOO_MANY')

  const spendIn = async (tx: Transaction) => {
    const quota = (await tx.get(quotas, id)) ?? { _id: id, day: call.today, seen: [] }
    if (isUsedUp(quota)) return refuse('TOO_MANY')
    if (!quota.seen.includes(item)) await tx.put(quotas, { ...quota, seen: [...quota.seen, item] })
    return succeed(undefined)
  }
  const free = known?.seen.includes(item) === true
  return succeed({ spendIn, spend: async () => (free ? succeed(undefined) : call.store.transact(spendIn)) })
}

/** Counts one try at once, for procedures that only look. */
export async function spendQuota(
  tried: Tried,
  text: string,
  call: Ports & Pick<Call<unknown>, 'indexer'>,
): Promise<Outcome<void, 'TOO_MANY'>> {
  const quota = await openQuota(tried, call.indexer.lockId(`${tried}:${text}`).slice(0, 12), call)
  return quota.ok ? quota.data.spend() : quota
}
