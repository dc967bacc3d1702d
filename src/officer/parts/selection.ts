import type { InboxRow } from '../../../shared/contract/membership-views'
import type { ApplicationId } from '../../../shared/core/ids'

/** 多选: which rows are ticked, or that nobody is ticking. */
export type Selection = { readonly kind: 'off' } | { readonly kind: 'on'; readonly chosen: ReadonlySet<ApplicationId> }

export const nothingSelected: Selection = { kind: 'off' }

/** 一批最多 100 人, as the contract says. */
export const mostAtOnce = 100

export function startSelecting(): Selection {
  return { kind: 'on', chosen: new Set() }
}

export function toggled(selection: Selection, application: ApplicationId): Selection {
  if (selection.kind === 'off') return { kind: 'on', chosen: new Set([application]) }
  const chosen = new Set(selection.chosen)
  if (!chosen.delete(application) && chosen.size < mostAtOnce) chosen.add(application)
  return { kind: 'on', chosen }
}

/** Every row that nothing speaks against: what needs a look is left to a look. */
export function clearOnes(rows: readonly InboxRow[]): Selection {
  const clear = rows.filter(isClear).slice(0, mostAtOnce)
  return { kind: 'on', chosen: new Set(clear.map(({ application }) => application)) }
}

export function isClear({
  identityClear,
  duplicate,
  objection,
  elsewhere,
}: Pick<InboxRow, 'identityClear' | 'duplicate' | 'objection' | 'elsewhere'>): boolean {
  return identityClear && duplicate === 'none' && !objection && !elsewhere
}

/** The ticked rows as they were seen. */
export function chosenRows(selection: Selection, rows: readonly InboxRow[]): readonly InboxRow[] {
  return selection.kind === 'off' ? [] : rows.filter(({ application }) => selection.chosen.has(application))
}
