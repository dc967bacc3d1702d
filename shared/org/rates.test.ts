import { noFigures } from './figures'
import { meets, missing, rateOf } from './rates'

const figures = {
  ...noFigures,
  members: 300,
  retained: 40,
  ratedMembers: 180,
  staff: 200,
  rural: 120,
  ratedRural: 70,
  ruralStaff: 90,
  cards: 150,
  unitsDue: 60,
  unitsOrganised: 54,
}

describe('率 (A8)', () => {
  test.each([
    ['R1 建会率', 'units', 54, 60],
    ['R2 入会率, of the unions whose staff is known, without 会籍保留', 'members', 180, 200],
    ['R3 农民工入会率', 'rural', 70, 90],
    ['R4 激活', 'cards', 150, 300],
  ] as const)('%s', (_, key, numerator, denominator) =>
    expect(rateOf(key, figures)).toEqual({ numerator, denominator }),
  )

  test.each([
    // members, staff, target → met, how many are missing
    [180, 200, 90, true, 0],
    [179, 200, 90, false, 1],
    [199, 200, 100, false, 1],
    [200, 200, 100, true, 0],
    [8, 9, 90, false, 1],
    [899_999_999, 1_000_000_000, 90, false, 1],
    [0, 0, 90, undefined, 0],
  ])('%d of %d against %d%%: %s', (numerator, denominator, percent, met, more) => {
    expect(meets({ numerator, denominator }, percent)).toBe(met)
    expect(missing({ numerator, denominator }, percent)).toBe(more)
  })
})
