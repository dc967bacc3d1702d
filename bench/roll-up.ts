import { accountOf } from '../cloudfunctions/_kernel/caller'
import { unions } from '../cloudfunctions/_kernel/records/registry'
import { recountUnions } from '../cloudfunctions/clock/figures/recount'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { countWhole } from '../cloudfunctions/membership/figures/count-union'
import { castUnions } from '../local/demo/personas'
import type { LocalSystem } from '../local/runtime'
import type { UnionId } from '../shared/core/ids'
import { chinaDay } from '../shared/core/time'
import { monthOf } from '../shared/org/figures'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const rounds = 9
const calls = 60

/** 逐级汇总 of 28,000 unions, and a page of it at the top against one at the bottom. */
export async function rollUpRows(system: LocalSystem): Promise<BenchRow[]> {
  // Both once before anything is measured: pages of the database are in memory, and the sums are there.
  await rollUp(system)
  const peer = await timed(() => countOnly(system))
  const ours = await timed(() => rollUp(system))
  const pages = await sideBySide(
    (round) => pagesOf(castUnions.qingdao.id, 'demo-city', round, system),
    (round) => pagesOf(castUnions.street.id, 'demo-street', round, system),
    rounds,
  )
  const ratio = ours.ms / peer.ms
  const flat = pages.peer / pages.ours
  return [
    {
      name: `a whole roll-up of ${ours.many} unions, against reading the same counters once`,
      ours: ours.ms / 1_000,
      peer: peer.ms / 1_000,
      unit: 's',
      ratio,
      target: '≤ 2 ×',
      ok: ratio <= 2,
    },
    {
      name: 'a page of statistics with its list, of a city against a street',
      ours: 1e6 / pages.ours,
      peer: 1e6 / pages.peer,
      unit: 'µs',
      ratio: flat,
      target: '≤ 1.3 ×',
      ok: flat <= 1.3,
    },
  ]
}

async function timed(work: () => Promise<number>): Promise<{ readonly many: number; readonly ms: number }> {
  const begun = performance.now()
  const many = await work()
  return { many, ms: performance.now() - begun }
}

async function rollUp({ runtime }: LocalSystem): Promise<number> {
  let many = 0
  for (let after: string | undefined; ;) {
    const step = await recountUnions(runtime, after)
    many += step.done
    after = step.after
    if (after === undefined) return many
  }
}

async function countOnly({ runtime: { store, now } }: LocalSystem): Promise<number> {
  const month = monthOf(chinaDay(now()))
  let many = 0
  let cursor: string | undefined
  do {
    const page = await store.find(unions, {
      index: 'byParent',
      equals: {},
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const union of page.documents) await countWhole(union, month, { store, now: now() })
    many += page.documents.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return many
}

async function pagesOf(union: UnionId, openid: string, round: number, { runtime }: LocalSystem): Promise<number> {
  const caller = { openid, account: accountOf(openid, runtime) }
  for (let turn = 0; turn < calls; turn++)
    for (const [procedure, input] of [
      ['figures', { union }],
      ['figuresBelow', { union, show: 'all' }],
    ] as const) {
      const answer = await membershipFunction.answer({ procedure, input }, caller, runtime)
      if (!answer.ok) throw new Error(`${procedure} was refused in round ${round}: ${JSON.stringify(answer.error)}`)
    }
  return calls
}
