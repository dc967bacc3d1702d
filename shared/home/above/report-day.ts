import { IsoDate } from '../../core/time'

/** 002 四（六）: the year that is reported on, and until when; no day where the region names none. */
export function homeReportOf(
  monthAndDay: string | null,
  today: IsoDate,
): { readonly year: number; readonly dueOn?: IsoDate; readonly late: boolean } {
  const year = Number(today.slice(0, 4))
  if (monthAndDay === null) return { year, late: false }
  const dueOn = IsoDate.parse(`${today.slice(0, 4)}-${monthAndDay}`)
  return { year, dueOn, late: today > dueOn }
}
