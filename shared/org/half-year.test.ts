import fc from 'fast-check'
import { IsoDate } from '../core/time'
import { addMonths, firstRoundOpensOn, isStale, roundDue, roundsSince } from './half-year'

const day = (text: string) => IsoDate.parse(text)
const changxing = { everyMonths: 6, inMonths: [1, 7] }
const rolling = { everyMonths: 6, inMonths: [] }

describe('every January and July (003 三4)', () => {
  test.each([
    // today, founded, last closed → period, due, state, rule
    ['2026-01-01', '2010-05-06', '2025-07-20', '2026-01', '2026-01-31', 'open', 'H1'],
    ['2026-01-31', '2010-05-06', '2025-07-20', '2026-01', '2026-01-31', 'open', 'H1'],
    ['2026-02-01', '2010-05-06', '2025-07-20', '2026-01', '2026-01-31', 'overdue', 'H1'],
    ['2026-06-30', '2010-05-06', '2025-07-20', '2026-01', '2026-01-31', 'overdue', 'H1'],
    ['2026-07-01', '2010-05-06', '2025-07-20', '2026-07', '2026-07-31', 'open', 'H1'],
    ['2026-07-31', '2010-05-06', '2026-07-03', '2026-07', '2026-07-31', 'closed', 'H2'],
    ['2026-12-31', '2010-05-06', '2026-09-03', '2026-07', '2026-07-31', 'closed', 'H2 late is closed as well'],
    ['2027-01-01', '2010-05-06', '2026-09-03', '2027-01', '2027-01-31', 'open', 'H1'],
    ['2026-07-20', '2026-07-05', undefined, '2027-01', '2027-01-31', 'not-due', 'H3 founded in the window'],
    ['2026-09-20', '2026-08-05', undefined, '2027-01', '2027-01-31', 'not-due', 'H3 founded in between'],
    ['2027-01-02', '2026-08-05', undefined, '2027-01', '2027-01-31', 'open', 'H3 its first window'],
    ['2026-05-20', '2026-02-05', undefined, '2026-07', '2026-07-31', 'not-due', 'H3'],
    ['2026-05-20', undefined, undefined, '2026-01', '2026-01-31', 'overdue', 'H1 founding unknown'],
  ])('on %s, founded %s, closed %s: %s due %s, %s (%s)', (today, founded, closed, period, dueOn, state, _rule) => {
    const past = {
      since: founded === undefined ? undefined : day(founded),
      lastClosedOn: closed === undefined ? undefined : day(closed),
    }
    expect(roundDue(changxing, past, day(today))).toMatchObject({ period, dueOn, state })
  })
})

describe('at least every six months (001, 002)', () => {
  test.each([
    ['2026-02-28', '2010-05-06', '2025-08-31', '2026-02-28', 'open', 'H4 no 31 February'],
    ['2028-02-29', '2010-05-06', '2027-08-31', '2028-02-29', 'open', 'H4 a leap year has a 29th'],
    ['2028-03-01', '2010-05-06', '2027-08-31', '2028-02-29', 'overdue', 'H4'],
    ['2026-01-27', '2010-05-06', '2025-08-31', '2026-02-28', 'closed', 'H5 before the last month'],
    ['2026-01-28', '2010-05-06', '2025-08-31', '2026-02-28', 'open', 'H5 the last month'],
    ['2026-03-01', '2026-01-15', undefined, '2026-07-15', 'not-due', 'H4 from the founding'],
    ['2026-06-15', '2026-01-15', undefined, '2026-07-15', 'open', 'H4 from the founding'],
    ['2026-11-18', undefined, undefined, '2026-06-30', 'overdue', 'H6 nothing known'],
    ['2026-11-18', '1996-01-20', undefined, '2026-06-30', 'overdue', 'H6 founded long ago, never closed here'],
    ['2026-12-01', '1996-01-20', undefined, '2026-12-31', 'open', 'H6'],
    ['2026-08-01', '2026-01-15', undefined, '2026-07-15', 'overdue', 'H4 from the founding'],
    ['2026-12-01', undefined, undefined, '2026-12-31', 'open', 'H6 nothing known'],
    ['2026-06-30', undefined, undefined, '2026-06-30', 'open', 'H6 nothing known'],
  ])('on %s, founded %s, closed %s: due %s, %s (%s)', (today, founded, closed, dueOn, state, _rule) => {
    const past = {
      since: founded === undefined ? undefined : day(founded),
      lastClosedOn: closed === undefined ? undefined : day(closed),
    }
    expect(roundDue(rolling, past, day(today))).toMatchObject({ period: dueOn, dueOn, state })
  })
})

const someDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('whatever the day', () => {
  test('a round that is closed today is closed, and stays so for the rest of its period', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(changxing, rolling), (today, rhythm) => {
        const { state } = roundDue(rhythm, { since: undefined, lastClosedOn: today }, today)
        expect(state).toBe('closed')
      }),
    )
  })

  test('nobody goes longer than two periods without being asked', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(changxing, rolling), (closed, rhythm) => {
        const later = addMonths(closed, 12, 1)
        const { state } = roundDue(rhythm, { since: undefined, lastClosedOn: closed }, later)
        expect(['open', 'overdue']).toContain(state)
      }),
    )
  })

  test('it opens before it is due', () => {
    fc.assert(
      fc.property(someDay, someDay, fc.constantFrom(changxing, rolling), (founded, today, rhythm) => {
        const { opensOn, dueOn } = roundDue(rhythm, { since: founded, lastClosedOn: undefined }, today)
        expect(opensOn < dueOn).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-01-15', '2026-07-14', false],
  ['2026-01-15', '2026-07-15', true],
  ['2025-08-31', '2026-02-28', true],
])('what was confirmed on %s is old on %s: %s', (confirmed, today, old) => {
  expect(isStale(day(confirmed), rolling, day(today))).toBe(old)
})

describe('since when rounds are asked for (H11)', () => {
  test.each([
    ['1996-01-20', '2026-09-01', '2026-09-01'],
    ['2026-10-05', '2026-09-01', '2026-10-05'],
    [undefined, '2026-09-01', '2026-09-01'],
    ['1996-01-20', undefined, '1996-01-20'],
    [undefined, undefined, undefined],
  ])('founded %s, on record %s: since %s', (founded, recorded, since) => {
    const given = (text: string | undefined) => (text === undefined ? undefined : day(text))
    expect(roundsSince(given(founded), given(recorded))).toBe(since)
  })

  test.each([
    [rolling, '2026-09-01', '2026-11-18', 'not-due'],
    [rolling, '2026-09-01', '2027-02-01', 'open'],
    [rolling, '2026-09-01', '2027-03-02', 'overdue'],
    [changxing, '2026-09-01', '2026-11-18', 'not-due'],
    [changxing, '2026-09-01', '2027-01-01', 'open'],
  ])('%o on record since %s is on %s %s', (rhythm, since, today, state) => {
    expect(roundDue(rhythm, { since: day(since), lastClosedOn: undefined }, day(today)).state).toBe(state)
  })

  test('the first round opens where it is first due', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(changxing, rolling), (since, rhythm) => {
        const opensOn = firstRoundOpensOn(rhythm, since)
        const before = addMonths(opensOn, 0, -1)
        expect(roundDue(rhythm, { since, lastClosedOn: undefined }, opensOn).state).toBe('open')
        if (before >= since) expect(roundDue(rhythm, { since, lastClosedOn: undefined }, before).state).toBe('not-due')
      }),
    )
  })
})
