import type { IsoDate } from '../../../shared/core/time'
import { Elsewhere } from '../../../shared/membership/joining'
import type { TypedElsewhere } from './answers'

/** 转入前的会籍 as it is sent, or undefined while the union has no name or the day is still to come. */
export function elsewhereToSend(typed: TypedElsewhere, today: IsoDate): Elsewhere | undefined {
  const told = Elsewhere.safeParse(typed)
  return told.success && (told.data.since ?? today) <= today ? told.data : undefined
}
