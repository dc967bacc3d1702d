import { IsoDate } from '../core/time'
import { areDaysSound } from './days'
import { daysOnOpening, isInWindow, isRoundSound, stillToOpen, type RoundDays } from './round'

const on = (day: string) => IsoDate.parse(`2026-${day}`)
const today = on('11-01')
const days = { cutoff: on('11-10'), receivingOn: on('11-12'), votingOn: on('11-19'), lastDay: on('11-25') }
const round: RoundDays = { window: { from: on('11-05'), until: on('12-10') }, opensOn: on('11-10'), days }

test.each<[string, Partial<RoundDays>, boolean]>([
  ['as it is meant', {}, true],
  ['opened today: nobody could open by themself', { opensOn: today }, false],
  ['a cut-off before the opening', { opensOn: on('11-11') }, false],
  ['receiving before the window', { window: { from: on('11-13'), until: on('12-10') } }, false],
  ['voting beyond the window', { window: { from: on('11-05'), until: on('11-24') } }, false],
  ['the last day is the window’s last', { window: { from: on('11-12'), until: on('11-25') } }, true],
  ['five days of voting', { days: { ...days, lastDay: on('11-23') } }, true],
  ['four days of voting', { days: { ...days, lastDay: on('11-22') } }, false],
  ['voting before receiving', { days: { ...days, votingOn: on('11-12') } }, false],
])('a round: %s', (_, change, sound) => {
  expect(isRoundSound({ ...round, ...change }, today)).toBe(sound)
})

test.each([
  ['11-05', '12-10', true],
  ['11-04', '12-10', false],
  ['11-05', '12-11', false],
] as const)('a union’s own days, receiving on %s, to %s', (receivingOn, lastDay, inside) => {
  expect(isInWindow({ ...days, receivingOn: on(receivingOn), lastDay: on(lastDay) }, round.window)).toBe(inside)
})

test('a clock in time announces the days as they are; one that comes late moves all of them by as much', () => {
  expect(daysOnOpening(round, on('11-10'))).toEqual(days)
  const late = daysOnOpening(round, on('11-13'))
  expect(late).toEqual({
    cutoff: on('11-13'),
    receivingOn: on('11-15'),
    votingOn: on('11-22'),
    lastDay: on('11-28'),
  })
  expect(areDaysSound(late, on('11-13'))).toBe(true)
})

test('days that still lie ahead stay, even where the clock is late', () => {
  const roomy = { ...round, days: { ...days, cutoff: on('11-12'), receivingOn: on('11-14') } }
  expect(daysOnOpening(roomy, on('11-12'))).toEqual(roomy.days)
})

test.each([
  [300, 0, 300],
  [300, 299, 1],
  [300, 301, 0],
])('of %i unions %i have opened: %i are still to come', (unions, opened, left) => {
  expect(stillToOpen({ unions, opened })).toBe(left)
})
