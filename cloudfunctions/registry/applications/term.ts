import type { IsoDate } from '../../../shared/core/time'

export const termRunOut = '本届任期已满，请申请换届。'

/** 任期满了: whoever is elected in the middle serves to the end of the term, and there is none left to serve. A term that nobody entered is not known to be over. */
export function hasRunOut(until: IsoDate | undefined, today: IsoDate): boolean {
  return until !== undefined && until < today
}
