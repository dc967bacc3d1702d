import type { ReviewKind } from './kinds'
import type { ReviewPhase } from './life'

const over: ReadonlySet<ReviewPhase> = new Set(['closed', 'published', 'called-off'])

/**
 * 领了多少, before the close: not of a staff survey, where whoever handed a slip to somebody could watch it being used (docs/decisions/0016), and not of fewer electors
 * than the region’s small group, where one more is somebody.
 */
export function isReceivedTold(
  {
    kind,
    phase,
    electors = 0,
  }: { readonly kind: ReviewKind; readonly phase: ReviewPhase; readonly electors?: number | undefined },
  smallGroup: number,
): boolean {
  return over.has(phase) || (kind !== 'staff' && electors >= smallGroup)
}
