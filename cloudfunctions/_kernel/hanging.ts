import type { IsoDate } from '../../shared/core/time'
import { whyHanging, type HangingReason } from '../../shared/membership/composition'
import type { Rhythm } from '../../shared/org/half-year'
import type { MembershipRecord } from './records/memberships'

/** 空挂, as a membership is kept: an application on file tells the situation as well as the membership itself. */
export function whyMemberHangs(member: MembershipRecord, rhythm: Rhythm, today: IsoDate): HangingReason | undefined {
  const { unit, unitName, since, changedOn, confirmedOn } = member
  return whyHanging(
    { unit, unitName, situationKnown: knowsSituation(member), since, changedOn, confirmedOn },
    rhythm,
    today,
  )
}

export function knowsSituation({ situation, application }: MembershipRecord): boolean {
  return situation !== undefined || application !== undefined
}
