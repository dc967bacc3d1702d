import { IsoTime } from '../core/time'

/** 截至: when the numbers beside it were counted; absent where they are of the moment of the answer, as they are up to a thousand. */
export const CountedAt = IsoTime.optional()
