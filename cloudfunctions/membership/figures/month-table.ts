import { figureProcedures } from '../../../shared/contract/membership-figures'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { monthOf, noFlows } from '../../../shared/org/figures'
import { holdsRight } from '../../_kernel/access'
import { figureMonths, unionFigures, type UnionFiguresRecord } from '../../_kernel/records/figures'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'
import { closedOwnRowOf, closedRowOf, ownRowOf, rowOf, standsIn } from './rows'

const pageSize = 50
const monthsOffered = 12

/** 每月通报: total, the union itself, and each union directly below; of a closed month they add up for good. */
export const monthTable = implement(figureProcedures.monthTable, async (call) => {
  const { union: id, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const running = monthOf(call.today)
  const mine = await holdsRight(call.store, call.account, [id], 'roster', call.now)
  const closed = await call.store.find(figureMonths, {
    index: 'byUnion',
    equals: { union: id },
    order: 'descending',
    limit: monthsOffered,
  })
  const offered = closed.documents.map(({ month: name }) => name)
  const months = [running, ...offered.filter((name) => name !== running)]
  const month = call.input.month ?? running
  const page = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }
  if (month === running) {
    const [record, below] = await Promise.all([
      call.store.get(unionFigures, id),
      call.store.find(unionFigures, { index: 'byParent', equals: { parent: id, active: true }, ...page }),
    ])
    return succeed({
      name: union.name,
      month,
      months,
      ...(record === undefined ? {} : { total: rowOf(record, month), own: ownRowOf(record, month) }),
      ...(mine ? { changes: record?.months.find((one) => one.month === month)?.own ?? noFlows } : {}),
      rows: [...below.documents, ...(below.cursor === undefined ? await endedIn(month, id, call.store) : [])].map(
        (one) => rowOf(one, month),
      ),
      ...(below.cursor === undefined ? {} : { cursor: below.cursor }),
    })
  }
  const [record, below] = await Promise.all([
    call.store.get(figureMonths, `${id}:${month}`),
    call.store.find(figureMonths, { index: 'byParent', equals: { parent: id, month }, ...page }),
  ])
  return succeed({
    name: union.name,
    month,
    months,
    ...(record === undefined
      ? {}
      : { closedAt: record.closedAt, total: closedRowOf(record), own: closedOwnRowOf(record) }),
    ...(mine ? { changes: record?.ownFlows ?? noFlows } : {}),
    rows: below.documents.map(closedRowOf),
    ...(below.cursor === undefined ? {} : { cursor: below.cursor }),
  })
})

/** Those that have ended, behind the others: few have anything in a month. */
async function endedIn(month: string, parent: UnionId, store: Store): Promise<readonly UnionFiguresRecord[]> {
  const found: UnionFiguresRecord[] = []
  let cursor: string | undefined
  do {
    const here = await store.find(unionFigures, {
      index: 'byParent',
      equals: { parent, active: false },
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...here.documents.filter((record) => standsIn(record, month)))
    cursor = here.cursor
  } while (cursor !== undefined)
  return found
}
