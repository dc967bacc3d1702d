import type { InboxRow } from '../../../shared/contract/membership-views'

/** The rows with the next page after them; one that moved between two pages is shown once, as it is now. */
export function appended(rows: readonly InboxRow[], next: readonly InboxRow[]): readonly InboxRow[] {
  const newer = new Set(next.map(({ application }) => application))
  return [...rows.filter(({ application }) => !newer.has(application)), ...next]
}
