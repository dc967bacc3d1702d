import { succeed } from '../../../shared/core/outcome'
import { addFigures, addFlows, noFigures, noFlows, type Flows } from '../../../shared/org/figures'
import { differenceOf, isClosing, isNothing, ofMonths, sumOf, withBelow, type Sum } from '../../membership/figures/tree'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { unionFigures, type UnionFiguresRecord } from '../../_kernel/records/figures'
import type { Runtime } from '../../_kernel/runtime'
import type { Store } from '../../_kernel/store/port'
import { noteDrift } from './recount'
import { figuresState } from './state'

const together = 200
const pageSize = 1_000

/**
 * 核对汇总: every sum against what is directly below, from the lowest level upward, so that what is put right is right for the level above. A sum that grew while its
 * parts were read is left for tomorrow. Answers how many did not add up.
 */
export async function verifySums(
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  after: string | undefined,
  limit = together,
): Promise<RoundStep> {
  const state = await figuresState(store, now())
  const page = await store.find(unionFigures, {
    index: 'byDepth',
    equals: {},
    order: 'descending',
    limit,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let drift = 0
  for (const record of page.documents) drift += await verifyOne(record, state.open, store)
  await noteDrift(drift, { store, now })
  return { done: drift, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

async function verifyOne({ _id }: UnionFiguresRecord, open: string, store: Store): Promise<number> {
  const seen = await store.get(unionFigures, _id)
  if (seen === undefined) return 0
  const off = offBy(seen, await sumOfChildren(seen, store), open)
  if (isNothing(off)) return 0
  const written = await store.transact(async (tx) => {
    const here = await tx.get(unionFigures, _id)
    if (here?.revision !== seen.revision || (await isClosing(tx))) return succeed(0)
    await tx.put(unionFigures, { ...withBelow(here, off), revision: here.revision + 1 })
    return succeed(1)
  })
  return written.data
}

/** What is missing below, in the months that are not closed. */
function offBy(record: UnionFiguresRecord, children: Sum, open: string): Sum {
  const months = new Set([...children.months.keys(), ...record.months.map(({ month }) => month)])
  const wanted = new Set([...months].filter((month) => month >= open))
  const stands: Sum = {
    figures: record.below,
    months: new Map(record.months.map(({ month, below }) => [month, below])),
  }
  return differenceOf(ofMonths(children, wanted), ofMonths(stands, wanted))
}

async function sumOfChildren({ _id }: UnionFiguresRecord, store: Store): Promise<Sum> {
  let figures = noFigures
  const months = new Map<string, Flows>()
  let cursor: string | undefined
  do {
    const page = await store.find(unionFigures, {
      index: 'byParent',
      equals: { parent: _id },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const child of page.documents) {
      const sum = sumOf(child)
      figures = addFigures(figures, sum.figures)
      for (const [month, flows] of sum.months) months.set(month, addFlows(months.get(month) ?? noFlows, flows))
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return { figures, months }
}
