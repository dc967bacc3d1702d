import { IsoDate } from '../core/time'
import { agreedValue, areSampleDaysSound } from './sample-days'

const on = (day: string) => IsoDate.parse(`2026-11-${day}`)
const days = { cutoff: on('10'), receivingOn: on('15'), votingOn: on('20'), lastDay: on('26') }

test.each([
  ['11', false],
  ['12', true],
  ['14', true],
  ['15', false],
])('a lottery on the %s: %s', (day, sound) => {
  expect(areSampleDaysSound(days, on(day), on('08'))).toBe(sound)
})

test.each([
  [[], undefined],
  [[{ by: 'a', value: '1 2' }], undefined],
  [
    [
      { by: 'a', value: '1 2' },
      { by: 'b', value: '1 3' },
    ],
    undefined,
  ],
  [
    [
      { by: 'a', value: '1 2' },
      { by: 'b', value: '1 2' },
    ],
    '1 2',
  ],
  [
    [
      { by: 'a', value: '1 2' },
      { by: 'b', value: '1 3' },
      { by: 'c', value: '1 3' },
    ],
    '1 3',
  ],
])('what officers typed: %j agree on %s', (entries, agreed) => {
  expect(agreedValue(entries)).toBe(agreed)
})
