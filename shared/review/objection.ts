import { daysAfter } from '../core/calendar'
import type { IsoDate } from '../core/time'
import { dueOn } from '../membership/due'

/** One after the other; whoever still disagrees after so many goes to the union in person, so that nobody holds up a vote for ever. */
export const objectionsPerMember = 5

/** 异议的办理期限: as other tasks, but early enough that the union above has it before voting begins, where that is possible. Tomorrow at the earliest. */
export function objectionDueOn(
  today: IsoDate,
  { workingDays, votingOn }: { readonly workingDays: number; readonly votingOn: IsoDate },
): IsoDate {
  const [usual, latest, tomorrow] = [dueOn(today, workingDays), daysAfter(votingOn, -2), daysAfter(today, 1)]
  const due = usual < latest ? usual : latest
  return due > tomorrow ? due : tomorrow
}
