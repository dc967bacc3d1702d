import type { ImportRecord } from '../../_kernel/records/imports'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import type { unitsOf } from './units-of'

/** What the rows of one stretch have in common. */
export interface Applying {
  readonly job: ImportRecord
  readonly union: UnionRecord
  readonly placed: Awaited<ReturnType<typeof unitsOf>>
  /** For what does not change while rows are written: the places that numbers are drawn for. */
  readonly once: Store
}
