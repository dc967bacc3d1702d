import type { IsoDate } from '../../../shared/core/time'
import { roundDue, type DueRound, type Rhythm } from '../../../shared/org/half-year'
import { rounds, type RoundRecord } from '../../_kernel/records/rounds'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import { sinceOf } from '../../_kernel/hanging'
import { policyOfUnion } from '../../_kernel/policy-of-union'

/** 这个工会现在的一期. */
export interface CurrentRound {
  readonly rhythm: Rhythm
  readonly due: DueRound
  readonly last: RoundRecord | undefined
}

/** Computed from policy, founding and the last close: no document exists until a round is closed. */
export async function currentRound(
  union: UnionRecord,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<CurrentRound> {
  const [policy, last] = await Promise.all([policyOfUnion(union, call), lastRound(union, call)])
  const rhythm = policy.values.rosterUpdate
  return { rhythm, due: dueOf(union, rhythm, last, call.today), last }
}

export function dueOf(union: UnionRecord, rhythm: Rhythm, last: RoundRecord | undefined, today: IsoDate): DueRound {
  return roundDue(rhythm, { since: sinceOf(union), lastClosedOn: last?.closedOn }, today)
}

export async function lastRound(
  { _id: union }: Pick<UnionRecord, '_id'>,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<RoundRecord | undefined> {
  const page = await store.find(rounds, { index: 'byUnion', equals: { union }, order: 'descending', limit: 1 })
  return page.documents[0]
}

export function roundId(union: string, period: string): string {
  return `${union}:${period}`
}
