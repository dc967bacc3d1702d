import type { Rate } from '../../org/rates'
import type { Convened, MemberCongress, StaffCongress } from './facts'

/** 到会的最低比例: at least so many of those entitled (两部规定都是三分之二). */
export type Quorum = Rate

/** 够不够开会的人数: whole numbers are compared. */
export function hasQuorum(
  { entitled, attended }: Pick<MemberCongress | StaffCongress, 'entitled' | 'attended'>,
  { numerator, denominator }: Quorum,
): boolean {
  return attended * denominator >= entitled * numerator
}

/** 决议过没过: more than half of all who are entitled; undefined where the votes were not counted one by one. */
export function isCarried(entitled: number, { agreed }: { readonly agreed?: number | undefined }): boolean | undefined {
  return agreed === undefined ? undefined : agreed * 2 > entitled
}

/** 一次会议还缺什么. `groups`: no delegate is 劳务派遣工 or 农民工, whom 000 二(一) wants taken in; a hint, since a union may have none. */
export const missingOrder = ['quorum', 'agenda', 'powers', 'resolutions', 'not-carried', 'paper', 'groups'] as const
export type Missing = (typeof missingOrder)[number]

export function meetingMissing(held: MemberCongress | StaffCongress, quorum: Quorum): readonly Missing[] {
  const { entitled, convened, agenda, powers, resolutions, paper } = held
  const lacks: Readonly<Record<Missing, boolean>> = {
    quorum: !hasQuorum(held, quorum),
    agenda: agenda.length === 0,
    powers: powers.length === 0,
    resolutions: resolutions.length === 0,
    'not-carried': resolutions.some((resolution) => isCarried(entitled, resolution) === false),
    paper: paper.kept === 'not-yet',
    groups: convened.form === 'delegates' && convened.dispatched === 0 && convened.rural === 0,
  }
  return missingOrder.filter((what) => lacks[what])
}

/** 代表里各类职工有多少: two whole numbers; undefined of a meeting where everybody comes. */
export type DelegateGroup = 'women' | 'dispatched' | 'rural'
export function delegateShare(
  { convened, entitled }: { readonly convened: Convened; readonly entitled: number },
  group: DelegateGroup,
): Rate | undefined {
  return convened.form === 'delegates' ? { numerator: convened[group], denominator: entitled } : undefined
}
