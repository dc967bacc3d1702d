import { chinaDay } from '../../../shared/core/time'
import { verifyChain } from '../audit-chain/verify'
import { chainWalks, type ChainWalk } from '../records/operations'
import { auditHeads } from '../records/upkeep'
import type { Runtime } from '../runtime'

/** Chains in one round, so that a timer’s minute is enough. */
const together = 20

/**
 * 核对审计链: once a day each chain is walked, some at each round, and what does not fit is counted and logged. Heads move to the end of their order when
 * they grow, so that none is left out. Answers how many chains were walked.
 */
export async function walkChains({ store, now, log }: Pick<Runtime, 'store' | 'now' | 'log'>): Promise<number> {
  const day = chinaDay(now())
  const known = await store.get(chainWalks, 'audit')
  const before: ChainWalk = known?.day === day ? known : { _id: 'audit', day, finished: false, findings: 0 }
  if (before.finished) return 0

  const page = await store.find(auditHeads, {
    index: 'byTime',
    equals: {},
    limit: together,
    ...(before.cursor === undefined ? {} : { cursor: before.cursor }),
  })
  let found = 0
  for (const { _id } of page.documents) {
    for (const { chain, seq, says } of await verifyChain(store, _id)) {
      found += 1
      log({ function: 'clock', procedure: 'audit.verify', code: 'CHAIN_BROKEN', alert: `${chain} ${seq} ${says}` })
    }
  }
  const { cursor: _, ...rest } = before
  const after: ChainWalk = {
    ...rest,
    finished: page.cursor === undefined,
    findings: before.findings + found,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
  await store.transact(async (tx) => tx.put(chainWalks, after))
  return page.documents.length
}
