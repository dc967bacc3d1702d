import type { InboxRow } from '../../../shared/contract/membership-views'
import { soonDays } from './due'
import { isClear } from './selection'

export type InboxFilter = 'all' | 'soon' | 'check' | 'objection'

const holds: Readonly<Record<InboxFilter, (row: InboxRow) => boolean>> = {
  all: () => true,
  soon: ({ workingDaysLeft }) => workingDaysLeft <= soonDays,
  check: (row) => !isClear(row) && !row.objection,
  objection: ({ objection }) => objection,
}

const labels: Readonly<Record<InboxFilter, string>> = {
  all: '全部',
  soon: '将超期',
  check: '需核对',
  objection: '有异议',
}

export function filtered(rows: readonly InboxRow[], filter: InboxFilter): readonly InboxRow[] {
  return rows.filter(holds[filter])
}

/** The filters with how many rows each would show; an empty one is not offered. `total` counts what is not loaded yet, too. */
export function filterOptions(
  rows: readonly InboxRow[],
  total: number,
): readonly { readonly value: InboxFilter; readonly label: string; readonly count: number }[] {
  const kinds: readonly InboxFilter[] = ['all', 'soon', 'check', 'objection']
  return kinds
    .map((value) => ({ value, label: labels[value], count: value === 'all' ? total : filtered(rows, value).length }))
    .filter(({ value, count }) => value === 'all' || count > 0)
}
