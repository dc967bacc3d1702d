import { chinaDay } from '../../../shared/core/time'
import { chainsAfter } from '../audit-chain/chains'
import { beginning, walkStretch } from '../audit-chain/stretch'
import { chainWalks, type ChainWalk } from '../records/operations'
import type { Runtime } from '../runtime'

/** How much is walked in one run, so that it takes some seconds of the timer’s two minutes: a chain costs three requests, 500 links one. */
export interface WalkLimits {
  readonly chains: number
  readonly links: number
}
const oneRun: WalkLimits = { chains: 100, links: 20_000 }

/**
 * 核对审计链: each chain is walked from its first link to its head, some at each run and a long one over several; the walk after begins on another day. What does
 * not fit is counted and logged. What such a walk in stretches can find stands at `walkStretch`. Answers how many chains it was at.
 */
export async function walkChains(
  { store, now, log }: Pick<Runtime, 'store' | 'now' | 'log'>,
  limits = oneRun,
): Promise<number> {
  const day = chinaDay(now())
  const known = await store.get(chainWalks, 'audit')
  if (known?.finished === true && known.day === day) return 0
  const before = known === undefined || known.finished ? newWalk(day, known) : known

  const { heads, last } = await chainsAfter(before.after, limits.chains, store)
  let { after, within, findings } = before
  let links = 0
  let walked = 0
  for (const { _id: chain } of heads) {
    if (links >= limits.links) break
    const from = within?.chain === chain ? within : beginning
    const stretch = await walkStretch(store, chain, from, limits.links - links)
    for (const { seq, says } of stretch.findings)
      log({ function: 'clock', procedure: 'audit.verify', code: 'CHAIN_BROKEN', alert: `${chain} ${seq} ${says}` })
    findings += stretch.findings.length
    links += stretch.links
    walked += 1
    within = stretch.reached === undefined ? undefined : { chain, ...stretch.reached }
    if (within !== undefined) break
    after = chain
  }
  const finished = last === undefined && within === undefined && walked === heads.length
  const { _id, findingsBefore } = before
  await store.transact(async (tx) =>
    tx.put(chainWalks, {
      _id,
      day: before.day,
      finished,
      findings,
      findingsBefore,
      ...(finished ? {} : { after, within }),
    }),
  )
  return walked
}

/** What the walk before has found stands until a whole walk has found nothing. */
function newWalk(day: ChainWalk['day'], last: ChainWalk | undefined): ChainWalk {
  return { _id: 'audit', day, finished: false, findings: 0, findingsBefore: last?.findings ?? 0 }
}
