import {
  filingMonth,
  halfAskedFor,
  halfBefore,
  halfOf,
  halvesToFile,
  isAskedNoMore,
} from '../../../shared/home/archive/half-year'
import { dueOn } from '../../../shared/membership/due'
import { filingSubject } from '../../home/archive/filing-subject'
import { holdingsOfUnion } from '../../home/archive/holdings-of-union'
import { archiveFilings } from '../../_kernel/records/archive-filings'
import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import type { Reminder } from './reminder'

const kind = 'half-year-filing'

/**
 * 半年归档的提醒 (docs/rules/meetings.md, M9): in the month after a half-year, whoever has something of it to file is asked; it is over when there is nothing of it left,
 * or the next half-year is over.
 */
export const halfYearFilings: Reminder = {
  kind,
  asks: async ({ _id }, { today, values, store }) => {
    const half = halfBefore(halfOf(today))
    const subject = filingSubject(_id, half)
    const { until } = filingMonth(half)
    if (halfAskedFor(today) === half) return [{ subject, dueOn: until }]
    // After its month it is asked for again alone.
    if ((await store.get(tasks, taskId(kind, subject))) === undefined) return []
    return [{ subject, dueOn: dueOn(today, values.taskWorkingDays) }]
  },
  standing: async (union, subject, { today, store }) => {
    const half = subject.slice(union._id.length + 1)
    if ((await store.get(archiveFilings, `${union._id}~${half}`)) !== undefined) return 'done'
    if (isAskedNoMore(half, today)) return 'over'
    const { rows } = await holdingsOfUnion(union, { store, today })
    return halvesToFile(today, rows, []).includes(half) ? 'lacking' : 'over'
  },
}
