import { chinaDay, type IsoDate, type IsoTime } from '../../shared/core/time'
import type { Audience, PublicationKind } from '../../shared/org/publication'
import { dayText, fullDayText } from './today'

export const publicationKindText: Readonly<Record<PublicationKind, string>> = {
  accounts: '经费收支',
  decisions: '决议',
  notice: '通知',
  activity: '活动',
}

export const audienceText: Readonly<Record<Audience, string>> = { members: '只给会员看', everybody: '所有人可看' }

interface Row {
  readonly publishedAt: IsoTime
  readonly day?: IsoDate | undefined
}

/** 12 月 5 日举行 of an activity, else when it was published. */
export const rowNote = ({ publishedAt, day }: Row): string =>
  day === undefined ? `${fullDayText(chinaDay(publishedAt))}公开` : `${dayText(day)}举行`
