import { gapsIn, reachedIn } from '../../../shared/home/above/sums'
import { hasOwn } from '../../../shared/core/own'
import { addTotals } from '../../../shared/home/standards/totals'
import type { StandingRecord } from '../../_kernel/records/home-standards'

/** A union with its tree, as a table and a map show it. */
export function rowOf({ _id, name, own, below, standing }: StandingRecord) {
  const total = addTotals(own, below)
  const leads = below.unions > 0
  return {
    union: _id,
    name,
    leads,
    unions: total.unions,
    reached: reachedIn(total),
    ...gapsIn(total),
    ...(standing === undefined || leads ? {} : { standards: [...standing.standards] }),
    ...(standing?.result === undefined
      ? {}
      : { result: { year: standing.result.year, outcome: standing.result.outcome } }),
  }
}

/** The same, with how an item fares in the tree; undefined where the item means nobody there, or everybody meets it. */
export function rowOfItem(record: StandingRecord, item: string) {
  const { items } = addTotals(record.own, record.below)
  const found = hasOwn(items, item) ? items[item] : undefined
  if (found === undefined || found.gap + found.open === 0) return undefined
  return { ...rowOf(record), item: { ...found } }
}
