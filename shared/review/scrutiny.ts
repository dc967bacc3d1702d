import { refuse, succeed, type Outcome } from '../core/outcome'

/** 双人导出复核文件: one scrutineer asks, another one confirms; then both may fetch it for a while. */
export const askedForMs = 30 * 60 * 1000
/** A million ballots take as long as that over a slow line. */
export const openForMs = 2 * 60 * 60 * 1000

export type ExportRefusal = 'EXPORT_NOT_YET' | 'EXPORT_WITHHELD' | 'EXPORT_POOLED' | 'EXPORT_CONCERNED'

/** Where a scrutineer stands to a review. */
export interface Scrutineer {
  /** In office at the union that published the result with others’, or above it, and not for the union whose review it is. */
  readonly isOfPool: boolean
  /** On its list of electors. */
  readonly isElector: boolean
}

/**
 * 谁能导出. A file shows one union’s own ballots. Of what is published alone it tells nothing new; of what is published with others’ it would tell the union what
 * the pool hides from it: there both scrutineers are of the union that published the pool, and neither has a vote in the review.
 */
export function mayExport(
  told: 'not-yet' | 'alone' | 'pooled' | 'withheld',
  { isOfPool, isElector }: Scrutineer,
): Outcome<void, ExportRefusal> {
  switch (told) {
    case 'not-yet':
      return refuse('EXPORT_NOT_YET')
    case 'withheld':
      return refuse('EXPORT_WITHHELD')
    case 'alone':
      return succeed(undefined)
    case 'pooled':
      if (!isOfPool) return refuse('EXPORT_POOLED')
      return isElector ? refuse('EXPORT_CONCERNED') : succeed(undefined)
  }
}
