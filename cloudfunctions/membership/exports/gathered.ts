import type { Position } from '../../_kernel/records/exports'

/** What was found from a position on: so many rows at most, and where the next ones are; no position at the end. */
export interface Gathered {
  readonly rows: readonly unknown[]
  readonly position: Position | undefined
}
