import { IsoTime } from '../core/time'
import { overBefore, retention } from './retention'

test.each([
  ['six months', retention.unapprovedApplication, '2026-11-18T02:00:00.000Z', '2026-05-18T02:00:00.000Z'],
  [
    'six months back into a short month',
    retention.unapprovedApplication,
    '2026-08-31T02:00:00.000Z',
    '2026-02-28T02:00:00.000Z',
  ],
  ['six months back into a leap year', retention.notice, '2028-08-31T23:59:59.999Z', '2028-02-29T23:59:59.999Z'],
  ['thirty days over a year’s end', retention.draft, '2027-01-10T00:00:00.000Z', '2026-12-11T00:00:00.000Z'],
  ['a day', retention.orphanedFile, '2026-03-01T12:00:00.000Z', '2026-02-28T12:00:00.000Z'],
  ['24 hours', retention.rememberedAnswer, '2026-11-18T02:00:00.000Z', '2026-11-17T02:00:00.000Z'],
])('%s', (_, rule, now, before) => {
  expect(overBefore(rule, IsoTime.parse(now))).toBe(before)
})
