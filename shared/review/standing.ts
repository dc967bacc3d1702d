import type { UnionId } from '../core/ids'
import type { IsoDate } from '../core/time'
import { unreachable } from '../core/unreachable'
import { isHeld, type MembershipState } from '../membership/life'
import type { CandidateElector } from './electorate'

export const passageKinds = [
  'joined',
  'moved',
  'resumed',
  'retained',
  'left',
  'expelled',
  'deceased',
  'reinstated',
] as const
export type PassageKind = (typeof passageKinds)[number]

/** 会籍经历的一步, as far as it says who held the membership and in which state. */
export interface Passage {
  readonly kind: PassageKind
  /** The first day on which it holds. */
  readonly on: IsoDate
  readonly union: UnionId
  /** Which union held it before, where that is another. */
  readonly from?: UnionId | undefined
}

interface Held {
  readonly union: UnionId
  readonly state: MembershipState
}

/**
 * 截止日那天的会籍: what a membership was in this union at the end of that day, whatever came after. `passages` stand in the order in which they were recorded; what
 * was recorded late holds from its own day. `today` is the record, for what the passages do not tell. Undefined: this union has nothing to do with it.
 */
export function standingAt(
  { cutoff, union }: { readonly cutoff: IsoDate; readonly union: UnionId },
  passages: readonly Passage[],
  today: Held,
): Pick<CandidateElector, 'state' | 'since'> | undefined {
  const later = passages.filter(({ on }) => on > cutoff)
  const [next] = later
  const earlier = passages.filter(({ on }) => on <= cutoff)
  const then = earlier.reduce(after, next === undefined ? today : before(next))
  const isThere = then?.union === union
  if (isThere && isHeld(then.state)) return { state: then.state, since: cutoff }
  const arrival = later.find((passage) => passage.union === union && isHeld(after(undefined, passage).state))
  if (arrival !== undefined) return { state: 'active', since: arrival.on }
  return isThere ? { state: then.state, since: cutoff } : undefined
}

function after(held: Held | undefined, { kind, union }: Passage): Held {
  switch (kind) {
    case 'joined':
    case 'resumed':
    case 'reinstated':
      return { union, state: 'active' }
    case 'moved':
      return { union, state: held?.state ?? 'active' }
    case 'retained':
    case 'left':
    case 'expelled':
    case 'deceased':
      return { union, state: kind }
    default:
      return unreachable(kind)
  }
}

/** What must have been for this to happen; nobody’s where somebody joined, or came from outside. */
function before({ kind, union, from }: Passage): Held | undefined {
  switch (kind) {
    case 'joined':
      return undefined
    case 'moved':
      return from === undefined ? undefined : { union: from, state: 'active' }
    case 'resumed':
      return { union: from ?? union, state: 'retained' }
    case 'reinstated':
      return { union, state: 'left' }
    case 'retained':
    case 'left':
    case 'expelled':
    case 'deceased':
      return { union: from ?? union, state: 'active' }
    default:
      return unreachable(kind)
  }
}
