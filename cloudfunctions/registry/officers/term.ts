import { isoTime, type IsoDate, type IsoTime } from '../../../shared/core/time'

/** The last instant of a term that ends on this day in China. */
export function endOfTerm(until: IsoDate): IsoTime {
  return isoTime(Date.parse(`${until}T24:00:00.000+08:00`))
}
