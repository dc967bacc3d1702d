import { IsoDate } from '../core/time'
import { reportDueOn } from './report-due'
import { reportPeriod, stepped, type ReportState, type ReportStep } from './reporting'

const day = (text: string) => IsoDate.parse(text)
const rolling = { everyMonths: 6, inMonths: [] }
const windows = { everyMonths: 6, inMonths: [1, 7] }

describe('上报的一期', () => {
  test.each([
    ['P1: the month that the region names', windows, '2026-07-15', '2026-07', '2026-07-31'],
    ['P1: until the next one begins', windows, '2026-12-31', '2026-07', '2026-07-31'],
    [
      'P1: the year before, where none of this year has begun',
      { everyMonths: 6, inMonths: [7] },
      '2026-03-01',
      '2025-07',
      '2025-07-31',
    ],
    ['P2: half of a year', rolling, '2026-11-18', '2026-07', '2026-12-31'],
    ['P2: from its first day', rolling, '2027-01-01', '2027-01', '2027-06-30'],
  ] as const)('%s', (_, rhythm, today, period, dueOn) =>
    expect(reportPeriod(rhythm, day(today))).toEqual({ period, opensOn: `${period}-01`, dueOn }),
  )

  test.each([
    ['enterprise', '2026-07-31'],
    ['township_general', '2026-08-07'],
    ['district_general', '2026-08-14'],
    ['city_general', '2026-08-21'],
  ] as const)('P3: with five working days a level, a union of type %s reports by %s', (type, by) =>
    expect(reportDueOn(reportPeriod(windows, day('2026-07-15')), type, 5)).toBe(by),
  )
})

describe('P4: reported, checked, returned', () => {
  test.each([
    [undefined, 'send', 'reported'],
    [undefined, 'check', 'REPORT_NOT_SENT'],
    [undefined, 'return', 'REPORT_NOT_SENT'],
    ['reported', 'send', 'reported'],
    ['reported', 'check', 'checked'],
    ['reported', 'return', 'returned'],
    ['returned', 'send', 'reported'],
    ['returned', 'check', 'REPORT_NOT_SENT'],
    ['returned', 'return', 'REPORT_NOT_SENT'],
    ['checked', 'send', 'REPORT_CHECKED'],
    ['checked', 'check', 'REPORT_CHECKED'],
    ['checked', 'return', 'returned'],
  ] as readonly (readonly [ReportState | undefined, ReportStep, string])[])('%s, %s → %s', (state, step, outcome) => {
    const next = stepped(state, step)
    expect('to' in next ? next.to : next.refuse).toBe(outcome)
  })
})
