import { daysAfter } from '../../../shared/core/calendar'
import type { IsoDate } from '../../../shared/core/time'
import {
  leastVotingDays,
  mostDaysAhead,
  mostDaysToVoting,
  mostVotingDays,
  type DaysOfReview,
} from '../../../shared/review/days'

export type Day = keyof DaysOfReview

/** A week to read the list, a week to receive, a week to vote. */
export function usualDays(today: IsoDate): DaysOfReview {
  return {
    cutoff: today,
    receivingOn: daysAfter(today, 8),
    votingOn: daysAfter(today, 15),
    lastDay: daysAfter(today, 21),
  }
}

export function yearOf({ votingOn }: Pick<DaysOfReview, 'votingOn'>): number {
  return Number(votingOn.slice(0, 4))
}

/** What is wrong, at the day to be changed; nothing where the announcement is accepted. */
export function wrongDays(
  { cutoff, receivingOn, votingOn, lastDay }: DaysOfReview,
  { today, taken }: { readonly today: IsoDate; readonly taken: readonly number[] },
): Partial<Record<Day, string>> {
  const year = yearOf({ votingOn })
  return {
    ...(cutoff < today ? { cutoff: '不能早于今天' } : {}),
    ...(cutoff > daysAfter(today, mostDaysAhead) ? { cutoff: `最多提前 ${mostDaysAhead} 天发公告` } : {}),
    ...(receivingOn < daysAfter(cutoff, 2) ? { receivingOn: '最早是截止日后第 2 天，名单要先公示' } : {}),
    ...(votingOn <= receivingOn ? { votingOn: '要比开始领凭证那天晚' } : {}),
    ...(votingOn > daysAfter(cutoff, mostDaysToVoting)
      ? { votingOn: `最晚在截止日后 ${mostDaysToVoting} 天以内` }
      : {}),
    ...(taken.includes(year) ? { votingOn: `${year} 年已经有一次评家，请改到别的年份` } : {}),
    ...(lastDay < daysAfter(votingOn, leastVotingDays - 1) ? { lastDay: tooShort(votingOn, lastDay) } : {}),
    ...(lastDay > daysAfter(votingOn, mostVotingDays - 1) ? { lastDay: `投票最多 ${mostVotingDays} 天` } : {}),
  }
}

function tooShort(votingOn: IsoDate, lastDay: IsoDate): string {
  if (lastDay < votingOn) return '不能早于开始投票那天'
  return `投票至少 ${leastVotingDays} 天，名单有异议时才来得及处理`
}
