import type { UnionId } from '../core/ids'
import type { IsoDate } from '../core/time'
import { unreachable } from '../core/unreachable'
import type { WhenOverdue } from './task'

/** 上交: what nobody does in time, or where nobody is in office, goes to the union above, with its history (O-10). */
export type RaisedFor = 'overdue' | 'vacant'

/** 在任或空缺: whether anybody in office at a union may decide. Since when not is known where somebody once was. */
export type Office = { readonly kind: 'held' } | { readonly kind: 'vacant'; readonly since?: IsoDate }

/** Where something lies, and whose it is: the same union until it goes up. */
export interface Lying {
  readonly how: WhenOverdue
  readonly union: UnionId
  readonly desk: UnionId
}

export interface Waiting extends Lying {
  readonly dueOn: IsoDate
  /** Since when it lies at this desk. */
  readonly arrivedOn: IsoDate
  /** At the desk. */
  readonly office: Office
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * Why it goes up today, if it does. A desk without an officer is not waited for until the due date: after `vacantOfficeDays` its whole inbox goes up, of
 * whatever kind and however often it went up before, and so do things that arrive later; where nobody ever was in office, each is counted from its arrival.
 * The next desk has an officer, or is itself left after its days, so that everything ends with somebody. What the clock does by itself needs no officer and
 * stays where it is.
 */
export function raisedFor(waiting: Waiting, today: IsoDate, vacantOfficeDays: number): RaisedFor | undefined {
  const { how, dueOn, arrivedOn, office } = waiting
  if (how === 'clock-acts' || how === 'stays') return undefined
  if (dueOn < today && goesUpLate(waiting)) return 'overdue'
  if (office.kind === 'held') return undefined
  const since = Date.parse(office.since ?? arrivedOn)
  return Date.parse(today) - since >= vacantOfficeDays * dayMs ? 'vacant' : undefined
}

function goesUpLate({ how, desk, union }: Lying): boolean {
  switch (how) {
    case 'goes-up':
      return true
    case 'goes-up-once':
      return desk === union
    case 'goes-up-when-vacant':
    case 'clock-acts':
    case 'stays':
      return false
    default:
      return unreachable(how)
  }
}

/** 退回本会: whether what went up for want of an officer comes down again, now that its own union has one. What somebody waits for stays where it is being done. */
export function comesDown({ how, desk, union }: Lying, ofOwner: Office): boolean {
  return how === 'goes-up-when-vacant' && desk !== union && ofOwner.kind === 'held'
}
