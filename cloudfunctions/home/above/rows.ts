import { gapsIn, reachedIn } from '../../../shared/home/above/sums'
import { hasOwn } from '../../../shared/core/own'
import { addTotals, noTotals, type StandingTotals } from '../../../shared/home/standards/totals'
import type { StandingRecord } from '../../_kernel/records/home-standards'

export function leadsOthers(record: Pick<StandingRecord, 'below'> | undefined): boolean {
  return record !== undefined && record.below.unions > 0
}

/** 底数 of a union: of everything below it, so that the rows below add up to it; of one that leads nobody, its own. */
export function sumsOf(record: Pick<StandingRecord, 'own' | 'below'> | undefined): StandingTotals {
  if (record === undefined) return noTotals
  return leadsOthers(record) ? record.below : record.own
}

/** A union with its tree, as a table and a map show it. */
export function rowOf({ _id, name, own, below, standing }: StandingRecord) {
  const total = addTotals(own, below)
  const leads = leadsOthers({ below })
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
