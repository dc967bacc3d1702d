import fc from 'fast-check'
import { UnionId } from '../core/ids'
import { ballotsIn } from './kinds'
import { isSmall, publication, type UnionResult } from './pooling'

const limit = 20
const result = (name: string, ballots: number, percent?: number): UnionResult => ({
  union: UnionId.parse(name),
  grades: { satisfied: ballots, mostly: 0, dissatisfied: 0 },
  percent,
})
const names = (results: readonly UnionResult[] = []) => results.map(({ union }) => union).join(' ')

test.each([
  [0, 90, false],
  [1, 90, true],
  [19, 90, true],
  [20, 90, false],
  [20, 95, false],
  [20, 96, true],
  [25, 96, false],
  [49, 98, true],
  [50, 98, false],
  [19, undefined, true],
  [20, undefined, false],
])('%i ballots where %s %% are asked for: small? %s', (ballots, percent, small) => {
  expect(isSmall(ballots, percent, limit)).toBe(small)
})

describe('a round of reviews', () => {
  test.each<[string, [string, number, number?][], string, string | undefined, string]>([
    [
      'all are large',
      [
        ['a', 20],
        ['b', 300],
      ],
      'a b',
      undefined,
      '',
    ],
    [
      'the small ones are enough together',
      [
        ['a', 12],
        ['b', 8],
        ['c', 300],
      ],
      'c',
      'b a',
      '',
    ],
    [
      'one small one takes the smallest of the others along',
      [
        ['a', 3],
        ['b', 300],
        ['c', 40],
      ],
      'b',
      'a c',
      '',
    ],
    [
      'those too few together as well',
      [
        ['a', 3],
        ['b', 4],
        ['c', 30],
        ['d', 31],
      ],
      'd',
      'a b c',
      '',
    ],
    [
      'nobody to join: nothing of it is published',
      [
        ['a', 3],
        ['b', 4],
      ],
      '',
      undefined,
      'a b',
    ],
    ['one alone', [['a', 19]], '', undefined, 'a'],
    [
      'where nobody voted there is nothing to hide',
      [
        ['a', 0],
        ['b', 300],
      ],
      'a b',
      undefined,
      '',
    ],
    [
      'and nobody to hide behind',
      [
        ['a', 0],
        ['b', 5],
      ],
      'a',
      undefined,
      'b',
    ],
    [
      'what no company makes large enough takes nobody down with it',
      [
        ['a', 40, 100],
        ['b', 300, 90],
        ['c', 25, 90],
      ],
      'c b',
      undefined,
      'a',
    ],
    [
      'one that would need unanimity takes another along',
      [
        ['a', 40, 98],
        ['b', 60, 98],
      ],
      '',
      'a b',
      '',
    ],
  ])('%s', (_, of, singles, pool, withheld) => {
    const made = publication(
      of.map(([name, ballots, percent]) => result(name, ballots, percent)),
      limit,
    )
    expect([names(made.singles), made.pool && names(made.pool.members), names(made.withheld)]).toEqual([
      singles,
      pool,
      withheld,
    ])
    expect(made.total === undefined).toBe(withheld !== '')
  })

  test('a pool is held against a standard only where its members have the same', () => {
    const same = publication([result('a', 12, 90), result('b', 12, 90)], limit)
    const other = publication([result('a', 12, 90), result('b', 12, 95)], limit)
    expect([same.pool?.percent, other.pool?.percent]).toEqual([90, undefined])
  })

  const rounds = fc
    .array(fc.tuple(fc.nat(45), fc.constantFrom(undefined, 85, 90, 95, 97, 99, 100)), { maxLength: 6 })
    .map((unions) => unions.map(([ballots, percent], at) => result(`u${at}`, ballots, percent)))

  test('is the same in whatever order the unions come', () => {
    const sameTwice = rounds.chain((round) =>
      fc.tuple(fc.constant(round), fc.shuffledSubarray(round, { minLength: round.length })),
    )
    fc.assert(
      fc.property(sameTwice, ([one, other]) => expect(publication(other, limit)).toEqual(publication(one, limit))),
    )
  })

  test('leaves nobody out and names nobody twice', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { singles, pool, withheld } = publication(round, limit)
        const all = [...singles, ...(pool?.members ?? []), ...withheld]
        expect(all.map(({ union }) => union).sort()).toEqual(round.map(({ union }) => union).sort())
      }),
    )
  })

  test('no sum or difference of published figures is that of a small group', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { singles, pool, total } = publication(round, limit)
        const figures = [
          ...singles.map((single) => [single]),
          ...(pool ? [pool.members] : []),
          ...(total ? [round] : []),
        ]
        const rows = figures.map((members) =>
          round.map((each) => (members.some(({ union }) => union === each.union) ? 1 : 0)),
        )
        for (const signs of everySign(rows.length)) {
          const revealed = round.map((_, at) =>
            rows.reduce<number>((sum, row, which) => sum + (row[at] ?? 0) * (signs[which] ?? 0), 0),
          )
          if (!revealed.every((times) => times === 0 || times === 1)) continue
          const group = round.filter((_, at) => revealed[at] === 1)
          const ballots = group.reduce((sum, { grades }) => sum + ballotsIn(grades), 0)
          expect(ballots === 0 || ballots >= limit).toBe(true)
        }
      }),
    )
  })

  test('nor would passing a published figure’s standard have needed everybody', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { singles, pool } = publication(round, limit)
        for (const { grades, percent } of [...singles, ...(pool ? [pool] : [])])
          expect(isSmall(ballotsIn(grades), percent, limit)).toBe(false)
      }),
    )
  })
})

/** Every way to add (1), leave (0) or take away (−1) so many figures. */
function everySign(count: number): number[][] {
  return count === 0 ? [[]] : everySign(count - 1).flatMap((signs) => [-1, 0, 1].map((sign) => [...signs, sign]))
}
