import { auditHeads, type AuditHead } from '../records/upkeep'
import type { Store } from '../store/port'

export interface ChainPage {
  readonly heads: readonly AuditHead[]
  /** The last of them; absent where no chain follows. */
  readonly last?: string
}

/** So many chains by name, after this one. Not by time: a head that grows moves in that order, and a busy chain would be met again and again. */
export async function chainsAfter(
  after: string | undefined,
  limit: number,
  store: Pick<Store, 'find'>,
): Promise<ChainPage> {
  const query = { index: 'all', equals: {}, limit: limit + 1, ...(after === undefined ? {} : { from: after }) }
  const { documents, cursor } = await store.find(auditHeads, query)
  const following = documents.filter(({ _id }) => _id !== after)
  const heads = following.slice(0, limit)
  const last = heads.at(-1)?._id
  const more = cursor !== undefined || following.length > limit
  return { heads, ...(more && last !== undefined ? { last } : {}) }
}
