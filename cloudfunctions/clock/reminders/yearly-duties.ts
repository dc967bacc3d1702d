import { dueOfYear, dutyYearAsked, isOver } from '../../../shared/home/management/standing'
import { dueOn } from '../../../shared/membership/due'
import { dutiesOf } from '../../home/management/year-done'
import type { Reminder } from './reminder'

/** 年度要办的事 (docs/rules/meetings.md, M10): in the last months of the year, one task for all that it lacks; it is over a month after its year. */
export const yearlyDuties: Reminder = {
  kind: 'yearly-duties',
  asks: async ({ _id }, { today, values }) => {
    const year = dutyYearAsked(today, values.dutyReminderMonths)
    if (year === undefined) return undefined
    const due = dueOfYear(year)
    return { subject: `${_id}.${year}`, dueOn: due > today ? due : dueOn(today, values.taskWorkingDays) }
  },
  standing: async (union, subject, { today, values, store }) => {
    const year = Number(subject.slice(-4))
    if (isOver(year, today)) return 'over'
    return (await dutiesOf(union, year, values, store)).left.length === 0 ? 'done' : 'lacking'
  },
}
