import type { ErrorCode } from '../../shared/contract/errors'
import type { TestBrowser, TestSystem } from '../system'

/** One call that may be made, and that something will go wrong in. */
export interface Attempt {
  readonly as: string
  /** Where it is made from a desk; the account above is signed in there, or nobody is. */
  readonly browser?: TestBrowser
  readonly input: unknown
  /** How often the effect is there; a query has none. */
  readonly effects?: () => Promise<number>
  /** The refusal that repeating may bring where the world outside gave something only once; then there is no effect. */
  readonly spent?: ErrorCode
  /** Where somebody to whom this is none of their business is not refused but told nothing: how that looks. */
  readonly silent?: (data: unknown) => boolean | Promise<boolean>
}

export type MakeAttempt = (system: TestSystem) => Promise<Attempt>

/** Everything a procedure does that differs in what it writes or in who may, by a name of its own. */
export type Cases = Readonly<Record<string, MakeAttempt>>

/** A question that needs nothing made ready. */
export function asked(as: string, input: unknown): Cases {
  return { ask: async () => ({ as, input }) }
}
