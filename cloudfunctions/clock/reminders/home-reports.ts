import { homeReportOf, isReportAsked, yearOf } from '../../../shared/home/above/report-day'
import { dueOn } from '../../../shared/membership/due'
import { reportSubject } from '../../home/above/report-task'
import { leadsOthers } from '../../home/above/rows'
import { homeReports, reportId } from '../../_kernel/records/home-above'
import { homeStandings } from '../../_kernel/records/home-standards'
import type { Looking, Reminder } from './reminder'

/**
 * 建家情况报送 (docs/rules/titles.md, D6, D7): whoever leads others and has somebody above is asked in time before the region’s day. What was missed is asked for until it is
 * sent, late, or until the next year’s is.
 */
export const homeReportsDue: Reminder = {
  kind: 'home-report',
  asks: async ({ _id, parent }, { today, values }) => {
    const report = homeReportOf(values.homeReportDue, yearOf(today), today)
    if (parent === undefined || report.dueOn === undefined || !isAsked(report.year, { today, values })) return []
    const due = report.late ? dueOn(today, values.taskWorkingDays) : report.dueOn
    return [{ subject: reportSubject(_id, report.year), dueOn: due }]
  },
  standing: async ({ _id, parent }, subject, { store, today, values }) => {
    const year = Number(subject.slice(-4))
    const [report, standing] = await Promise.all([
      store.get(homeReports, reportId(_id, year)),
      store.get(homeStandings, _id),
    ])
    if (report !== undefined) return 'done'
    if (parent === undefined || values.homeReportDue === null || !leadsOthers(standing)) return 'over'
    return year === yearOf(today) || (year === yearOf(today) - 1 && !isAsked(year + 1, { today, values }))
      ? 'lacking'
      : 'over'
  },
}

function isAsked(year: number, { today, values }: Pick<Looking, 'today' | 'values'>): boolean {
  return isReportAsked(homeReportOf(values.homeReportDue, year, today), values.dutyReminderMonths, today)
}
