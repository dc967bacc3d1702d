import { z } from 'zod'
import { FileId } from '../core/ids'
import { shownText } from '../core/shown-text'
import { IsoDate } from '../core/time'

/** 公开的种类: 经费收支、决议、通知、活动. */
export const PublicationKind = z.enum(['accounts', 'decisions', 'notice', 'activity'])
export type PublicationKind = z.infer<typeof PublicationKind>

/** 公开给谁: the members of the union and of every union below it, or everybody. */
export const Audience = z.enum(['members', 'everybody'])
export type Audience = z.infer<typeof Audience>

/** What a page proposes: a union’s money and what it decided are its members’ business (会务公开). */
export const usualAudience: Readonly<Record<PublicationKind, Audience>> = {
  accounts: 'members',
  decisions: 'members',
  notice: 'everybody',
  activity: 'everybody',
}

export const mostPictures = 6
export const mostPlaces = 2_000

const oneLine = (text: string) => !text.includes('\n')

/** 活动: when, where, for how many. The last day for signing up is not after the activity. */
export const activityShape = {
  day: IsoDate,
  place: shownText('请写地点', 100).refine(oneLine, '请写在一行'),
  places: z.number('请填名额').int('请填整数').min(1, '至少一个名额').max(mostPlaces, `最多 ${mostPlaces} 个名额`),
  signUpUntil: IsoDate,
}
export const ActivityFacts = z
  .strictObject(activityShape)
  .refine(({ day, signUpUntil }) => signUpUntil <= day, { error: '报名要在活动之前截止', path: ['signUpUntil'] })
export type ActivityFacts = z.infer<typeof ActivityFacts>

const common = {
  audience: Audience,
  title: shownText('请写标题', 60).refine(oneLine, '请写在一行'),
  text: shownText('请写内容', 5_000),
  pictures: z.array(FileId).max(mostPictures, `最多 ${mostPictures} 张图片`),
}

/** What people read of a publication. */
export const PublicationFacts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: PublicationKind.exclude(['activity']), ...common }),
  z.strictObject({ kind: z.literal('activity'), ...common, activity: ActivityFacts }),
])
export type PublicationFacts = z.infer<typeof PublicationFacts>

/** 改内容: the kind stays, and an activity’s places are never fewer, since a place that somebody has is not taken away. */
export function mayBecome(
  before: { readonly kind: PublicationKind; readonly activity?: ActivityFacts | undefined },
  after: PublicationFacts,
): 'yes' | 'other-kind' | 'fewer-places' {
  if (before.kind !== after.kind) return 'other-kind'
  const [had, has] = [before.activity?.places ?? 0, after.kind === 'activity' ? after.activity.places : 0]
  return has < had ? 'fewer-places' : 'yes'
}

/** 还能不能报名 today. Who has a place keeps it, and may give it back until the day of the activity. */
export type SignUpPhase = 'open' | 'full' | 'over'
export function signUpPhase(activity: ActivityFacts, taken: number, today: IsoDate): SignUpPhase {
  if (today > activity.signUpUntil) return 'over'
  return taken >= activity.places ? 'full' : 'open'
}

/** 取消报名: until the activity’s own day is over. */
export const mayGiveBack = ({ day }: ActivityFacts, today: IsoDate): boolean => today <= day
