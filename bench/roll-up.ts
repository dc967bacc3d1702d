import { accountOf } from '../cloudfunctions/_kernel/caller'
import { unionFigures } from '../cloudfunctions/_kernel/records/figures'
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
/** Of `figuresBelow`. */
const rowsOfPage = 50

/** 逐级汇总 of 28,000 unions, and a page of it at the top against one at the bottom that shows as many rows. */
export async function rollUpRows(system: LocalSystem): Promise<BenchRow[]> {
  // Both once before anything is measured: pages of the database are in memory, and the sums are there.
  await rollUp(system)
  const peer = await timed(() => countOnly(system))
  const ours = await timed(() => rollUp(system))
  const [city, small] = await alike(system)
  const pages = await sideBySide(
    (round) => pagesOf(city.union, round, system),
    (round) => pagesOf(small.union, round, system),
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
      name: `a page of statistics with its list, of a city (${city.rows} rows) against a union at the bottom (${small.rows} rows)`,
      ours: 1e6 / pages.ours,
      peer: 1e6 / pages.peer,
      unit: 'µs',
      ratio: flat,
      target: '≤ 1.3 ×',
      ok: flat <= 1.3,
    },
  ]
}

interface Shown {
  readonly union: UnionId
  readonly rows: number
}

/** The city, and of the lowest unions that lead others the one whose page shows as many rows: a page of five is no measure for one of fifty. */
async function alike({ runtime: { store } }: LocalSystem): Promise<readonly [Shown, Shown]> {
  const rowsOf = (parent: UnionId) =>
    store.count(unionFigures, { index: 'byParent', equals: { parent, active: true }, atMost: rowsOfPage })
  const city = { union: castUnions.qingdao.id, rows: await rowsOf(castUnions.qingdao.id) }
  const { documents } = await store.find(unionFigures, {
    index: 'byDepth',
    equals: {},
    order: 'descending',
    limit: 1_000,
  })
  const leading = [...new Set(documents.flatMap(({ parent }) => parent ?? []))]
  const off = ({ rows }: Shown) => Math.abs(rows - city.rows)
  let small: Shown = { union: castUnions.street.id, rows: await rowsOf(castUnions.street.id) }
  for (const union of [...leading, ...(await above(leading, store))]) {
    if ((await store.get(unions, union))?.line.includes(city.union) !== true) continue
    const one = { union, rows: await rowsOf(union) }
    if (off(one) < off(small)) small = one
  }
  return [city, small]
}

async function above(ids: readonly UnionId[], store: LocalSystem['runtime']['store']): Promise<readonly UnionId[]> {
  const found = await Promise.all(ids.map((id) => store.get(unionFigures, id)))
  return [...new Set(found.flatMap((one) => (one?.parent === undefined || one.depth <= 2 ? [] : one.parent)))]
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
    if (step === 'later') throw new Error('a month is being closed')
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

/** As the city’s officer sees both, so that whoever asks is judged alike. */
async function pagesOf(union: UnionId, round: number, { runtime }: LocalSystem): Promise<number> {
  const openid = 'demo-city'
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
