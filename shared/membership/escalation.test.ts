import { IsoDate } from '../core/time'
import { raisedFor } from './escalation'

const day = (text: string) => IsoDate.parse(text)
const today = day('2026-11-18')

test.each([
  ['on its due date, with an officer', '2026-11-18', '2026-10-28', true, undefined],
  ['the day after', '2026-11-17', '2026-10-28', true, 'overdue'],
  ['nine days at a desk without an officer', '2026-12-01', '2026-11-09', false, undefined],
  ['ten days at a desk without an officer', '2026-12-01', '2026-11-08', false, 'vacant'],
  ['ten days at a desk with one', '2026-12-01', '2026-11-08', true, undefined],
  ['overdue at a desk without an officer', '2026-11-17', '2026-11-16', false, 'overdue'],
] as const)('what waits %s', (_, dueOn, arrivedOn, hasOfficer, why) => {
  expect(raisedFor({ dueOn: day(dueOn), arrivedOn: day(arrivedOn), hasOfficer }, today, 10)).toBe(why)
})
