import type { RejectReason, ReturnReason } from '../../../shared/membership/application'
import type { Situation } from '../../../shared/membership/joining'
import type { InventedPerson } from '../people/person'

/** 办理: what happened to an application after it was sent, and how many hours later. */
export type LaterAct = { readonly afterHours: number } & (
  | { readonly kind: 'remind' | 'withdraw' | 'resubmit' | 'approve' }
  | { readonly kind: 'return'; readonly reason: ReturnReason; readonly note?: string }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly note?: string }
)

/** An application as the demo world tells it: who, how they work, when it was sent, and what came after. */
export interface ApplicationPlan {
  readonly openid: string
  readonly person: InventedPerson
  readonly situation: Situation
  /** Said 这不对, with this sentence. */
  readonly objection?: string
  readonly sentDaysAgo: number
  readonly later: readonly LaterAct[]
}

/** Whether somebody still has to act on it once the plan has been played. */
export function staysOpen({ later }: ApplicationPlan): boolean {
  const last = later.at(-1)
  return last === undefined || last.kind === 'remind' || last.kind === 'return' || last.kind === 'resubmit'
}
