import { isoTime } from '../core/time'
import { mayCompact } from './box'

test.each([
  ['nobody votes, at noon', '2026-12-04T04:00:00.000Z', false, true],
  ['somebody votes, at noon', '2026-12-04T04:00:00.000Z', true, false],
  ['somebody votes, two minutes after midnight in China', '2026-12-03T16:02:00.000Z', true, true],
  ['somebody votes, the last minute before five', '2026-12-03T20:59:59.999Z', true, true],
  ['somebody votes, at five', '2026-12-03T21:00:00.000Z', true, false],
  ['somebody votes, in the last hour of the day', '2026-12-03T15:30:00.000Z', true, false],
])('the box is put in order: %s', (_, now, isVoting, may) => {
  expect(mayCompact({ now: isoTime(Date.parse(now)), isVoting })).toBe(may)
})
