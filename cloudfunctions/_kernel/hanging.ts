import { IsoDate } from '../../shared/core/time'
import { whyHanging, type HangingReason } from '../../shared/membership/composition'
import { firstRoundOpensOn, roundsSince, type Rhythm } from '../../shared/org/half-year'
import type { MembershipRecord } from './records/memberships'
import type { UnionRecord } from './records/registry'

/** 空挂, as a membership is kept: an application on file tells the situation as well as the membership itself. */
export function whyMemberHangs(
  member: MembershipRecord,
  askedFrom: IsoDate | undefined,
  rhythm: Rhythm,
  today: IsoDate,
): HangingReason | undefined {
  const { unit, unitName, since, changedOn, confirmedOn } = member
  return whyHanging(
    { unit, unitName, situationKnown: knowsSituation(member), since, changedOn, confirmedOn, askedFrom },
    rhythm,
    today,
  )
}

/** 从哪天起问过会员 (K2): before a union’s first round opened, nobody can have said anything. */
export function askedFromOf(union: UnionRecord, rhythm: Rhythm): IsoDate | undefined {
  const since = sinceOf(union)
  return since === undefined ? undefined : firstRoundOpensOn(rhythm, since)
}

export function sinceOf({ foundedOn, recordedOn }: UnionRecord): IsoDate | undefined {
  const founded = IsoDate.safeParse(foundedOn)
  return roundsSince(founded.success ? founded.data : undefined, recordedOn)
}

export function knowsSituation({ situation, application }: MembershipRecord): boolean {
  return situation !== undefined || application !== undefined
}
