import type { membership } from '../../../shared/contract/membership'
import type { ApplicationState } from '../../../shared/membership/application'
import type { Outcome } from '../../../shared/core/outcome'
import type { Transaction } from '../../_kernel/store/port'

/** What one decision came to. */
export interface Decided {
  readonly state: ApplicationState
  readonly memberNumber?: string
}

export type DecideCode = (typeof membership.procedures.decide.errors)[number] | 'NOT_FOUND'

/** A decision made ready: everything slow or random is done, only the transaction is left. */
export type ReadyDecision = (tx: Transaction) => Promise<Outcome<Decided, DecideCode>>
