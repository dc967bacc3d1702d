import { chinaDay } from '../../../shared/core/time'
import { addFigures, addFlows, monthAfter, monthOf, noFlows } from '../../../shared/org/figures'
import { dailyJobs } from '../../_kernel/records/daily-jobs'
import {
  figureMonths,
  unionFigures,
  type FigureMonthRecord,
  type UnionFiguresRecord,
} from '../../_kernel/records/figures'
import { standsIn } from '../../membership/figures/rows'
import type { Runtime } from '../../_kernel/runtime'
import { changeState, figuresState } from './state'

export const recountJob = 'figures.recount'
/** Documents in one transaction, and transactions in one run. */
const together = 80
const perRun = 20

/**
 * 月报: when a month is over and every union has been counted since, its numbers are written down for good, once for each union. As long as that takes nothing is
 * counted, so that the rows of a page add up to their total. Each step is taken from where the last one stood: a clock that was held up while another one went on writes
 * nothing over what is closed. Answers how many unions were written.
 */
export async function closeMonth(
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  runs = perRun,
  size = together,
): Promise<number> {
  const at = now()
  const today = chinaDay(at)
  const { open, closingAfter } = await figuresState(store, at)
  if (monthOf(today) <= open) return 0
  const recount = await store.get(dailyJobs, recountJob)
  if (closingAfter === undefined && (recount?.day !== today || recount.after !== undefined)) return 0
  let after = closingAfter
  let written = 0
  for (let run = 0; run < runs; run++) {
    const page = await store.find(unionFigures, {
      index: 'all',
      equals: {},
      limit: size + 1,
      ...(after === undefined ? {} : { from: after }),
    })
    const before = after
    const rest = page.documents.filter(({ _id }) => _id !== before).slice(0, size)
    after = rest.at(-1)?._id ?? before
    const through = page.cursor === undefined && rest.length < size
    const ofMonth = rest.filter((record) => standsIn(record, open))
    const taken = await store.transact(async (tx) => {
      const stands = await figuresState(tx, at)
      if (stands.open !== open || stands.closingAfter !== before) return false
      for (const record of ofMonth) await tx.put(figureMonths, monthOfUnion(record, open, at))
      await changeState(tx, at, ({ closingAfter: _, ...state }) =>
        through || after === undefined ? { ...state, open: monthAfter(open) } : { ...state, closingAfter: after },
      )
      return true
    })
    if (!taken) break
    written += ofMonth.length
    if (through) break
  }
  return written
}

function monthOfUnion(
  record: UnionFiguresRecord,
  month: string,
  closedAt: FigureMonthRecord['closedAt'],
): FigureMonthRecord {
  const { _id, name, parent, own, below, months } = record
  const flows = months.find((one) => one.month === month) ?? { own: noFlows, below: noFlows }
  return {
    _id: `${_id}:${month}`,
    union: _id,
    month,
    name,
    ...(parent === undefined ? {} : { parent }),
    figures: addFigures(own, below),
    flows: addFlows(flows.own, flows.below),
    own,
    ownFlows: flows.own,
    closedAt,
  }
}
