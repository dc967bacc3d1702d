import type { IsoDate } from '../core/time'

/** 上交: what nobody does in time goes to the union above, with its history (O-10). */
export type RaisedFor = 'overdue' | 'vacant'

export interface Waiting {
  readonly dueOn: IsoDate
  /** Since when it lies at this desk. */
  readonly arrivedOn: IsoDate
  /** Whether anybody in office there may decide. */
  readonly hasOfficer: boolean
}

const dayMs = 24 * 60 * 60 * 1000

/** Why it goes up today, if it does. A desk without an officer is not waited for until the due date. */
export function raisedFor(
  { dueOn, arrivedOn, hasOfficer }: Waiting,
  today: IsoDate,
  vacantOfficeDays: number,
): RaisedFor | undefined {
  if (dueOn < today) return 'overdue'
  const waited = (Date.parse(today) - Date.parse(arrivedOn)) / dayMs
  return !hasOfficer && waited >= vacantOfficeDays ? 'vacant' : undefined
}
