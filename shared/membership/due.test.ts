import fc from 'fast-check'
import { IsoDate } from '../core/time'
import { dueOn, isWorkingDay, workingDaysLeft } from './due'

const day = (text: string) => IsoDate.parse(text)

describe('which days are working days', () => {
  test.each([
    ['a Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['国庆节, a Thursday', '2026-10-01', false],
    ['the last of the 国庆 week', '2026-10-07', false],
    ['the day after it', '2026-10-08', true],
    ['the Sunday before, made up', '2026-09-20', true],
    ['the Saturday after, made up', '2026-10-10', true],
    ['中秋', '2026-09-25', false],
    ['春节, 15 February to 23 February', '2026-02-23', false],
    ['the Saturday before 春节, made up', '2026-02-14', true],
    ['the Saturday after 春节, made up', '2026-02-28', true],
    ['国庆节 of a year not announced yet counts as any Friday', '2027-10-01', true],
    ['a Saturday of that year', '2027-10-02', false],
    ['元旦 of that year', '2027-01-01', true],
  ])('%s', (_title, text, expected) => {
    expect(isWorkingDay(day(text))).toBe(expected)
  })
})

describe('the day by which an application is decided', () => {
  test.each([
    ['the day of sending does not count', '2026-11-16', 1, '2026-11-17'],
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['sent on a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['15 working days', '2026-11-02', 15, '2026-11-23'],
    ['over 国庆, with the made-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['15 over 中秋 and 国庆, with the made-up Sunday', '2026-09-18', 15, '2026-10-15'],
    ['over 春节, with both made-up Saturdays', '2026-02-13', 5, '2026-02-27'],
    ['up to the Saturday made up after 春节', '2026-02-13', 6, '2026-02-28'],
    ['into a year not announced yet', '2026-12-30', 3, '2027-01-04'],
    ['at once', '2026-11-20', 0, '2026-11-20'],
  ])('%s: %s and %i working days → %s', (_title, submitted, workingDays, expected) => {
    expect(dueOn(day(submitted), workingDays)).toBe(expected)
  })

  test('leaves exactly that many working days on the day of sending, on any day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (date, workingDays) => {
          const submitted = day(date.toISOString().slice(0, 10))
          const due = dueOn(submitted, workingDays)
          expect(isWorkingDay(due)).toBe(true)
          expect(workingDaysLeft(submitted, due)).toBe(workingDays)
          expect(workingDaysLeft(due, submitted)).toBe(-workingDays)
        },
      ),
    )
  })
})

describe('how many working days are left', () => {
  test.each([
    ['due today', '2026-11-23', '2026-11-23', 0],
    ['due on Monday, on Friday', '2026-11-20', '2026-11-23', 1],
    ['due on Monday, on Saturday', '2026-11-21', '2026-11-23', 1],
    ['over 国庆', '2026-09-30', '2026-10-08', 1],
    ['late over a weekend', '2026-11-23', '2026-11-20', -1],
    ['late, on the Saturday after', '2026-11-21', '2026-11-20', 0],
    ['late by a week', '2026-11-27', '2026-11-20', -5],
    ['late over 国庆', '2026-10-08', '2026-09-30', -1],
  ])('%s', (_title, today, due, expected) => {
    expect(workingDaysLeft(day(today), day(due))).toBe(expected)
  })
})
