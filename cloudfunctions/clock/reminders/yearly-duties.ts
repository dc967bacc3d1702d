import { dueOfYear, dutyYearAsked, isOver } from '../../../shared/home/management/standing'
import { dueOn } from '../../../shared/membership/due'
import { dutiesOf } from '../../home/management/year-done'
import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import type { Reminder } from './reminder'

const kind = 'yearly-duties'

/** 年度要办的事 (docs/rules/meetings.md, M10): in the last months of the year, one task for all that it lacks; it is over a month after its year. */
export const yearlyDuties: Reminder = {
  kind,
  asks: async ({ _id }, { today, values, store }) => {
    const year = dutyYearAsked(today, values.dutyReminderMonths)
    const last = Number(today.slice(0, 4)) - 1
    // In the month after a year nothing of it is asked for the first time.
    const again = !isOver(last, today) && (await store.get(tasks, taskId(kind, `${_id}.${last}`))) !== undefined
    return [...(again ? [last] : []), ...(year === undefined ? [] : [year])].map((asked) => {
      const due = dueOfYear(asked)
      return { subject: `${_id}.${asked}`, dueOn: due > today ? due : dueOn(today, values.taskWorkingDays) }
    })
  },
  standing: async (union, subject, { today, values, store }) => {
    const year = Number(subject.slice(-4))
    if (isOver(year, today)) return 'over'
    return (await dutiesOf(union, year, values, store)).left.length === 0 ? 'done' : 'lacking'
  },
}
