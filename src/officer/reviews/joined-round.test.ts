import type { RoundRow } from '../../../shared/contract/review-rounds'
import { daysAfter } from '../../../shared/core/calendar'
import { ReviewRoundId, UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { usualDays } from '../parts/review-days'
import { proposedDays, roundOf, roundsAbove } from './joined-round'

const today = IsoDate.parse('2026-03-02')
const on = (days: number) => daysAfter(today, days)
const [own, city] = [UnionId.parse('own'), UnionId.parse('city')]
const round: RoundRow = {
  round: ReviewRoundId.parse('2026:members:city'),
  union: city,
  unionName: '某市总工会',
  year: 2026,
  kind: 'members',
  window: { from: on(5), until: on(40) },
  opensOn: on(9),
  days: { cutoff: on(9), receivingOn: on(17), votingOn: on(24), lastDay: on(30) },
  state: 'waiting',
  opened: 0,
}

test('a union’s own round, and one of another kind, is none that it joins', () => {
  expect(
    roundsAbove([round, { ...round, union: own }, { ...round, kind: 'staff' }], { union: own, kind: 'members' }),
  ).toEqual([round])
})

test('the days of the round are proposed as long as they can be kept', () => {
  expect(proposedDays([round], today)).toEqual(round.days)
  expect(proposedDays([], today)).toEqual(usualDays(today))
  const late = on(10)
  expect(proposedDays([round], late)).toEqual(usualDays(late))
})

test.each([
  ['inside the window it joins', {}, 'joins'],
  ['beginning before the window it does not', { receivingOn: on(4) }, 'misses'],
  ['ending after it neither', { lastDay: on(41) }, 'misses'],
] as const)('%s', (_, change, as) => {
  expect(roundOf([round], { ...round.days, ...change })).toEqual({ [as]: round })
})

test('a round of another year is left alone', () => {
  expect(roundOf([{ ...round, year: 2027 }], round.days)).toEqual({})
})
