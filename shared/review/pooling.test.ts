import fc from 'fast-check'
import { UnionId } from '../core/ids'
import { derivableFrom, everyChoice } from './derivable.fixture'
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
        // Of every union two numbers that nobody is told: how many gave one grade, and how many another; and one that everybody is, how many voted.
        const has = (members: readonly UnionResult[], each: UnionResult) =>
          members.some(({ union }) => union === each.union) ? 1 : 0
        const told = figures.flatMap((members) => [
          round.flatMap((each) => [has(members, each), 0]),
          round.flatMap((each) => [0, has(members, each)]),
        ])
        const voted = round.map((each) => round.flatMap((one) => (one === each ? [1, 1] : [0, 0])))
        const isDerivable = derivableFrom([...told, ...voted])
        for (const chosen of everyChoice(round.length)) {
          const ballots = round.reduce((sum, { grades }, at) => sum + (chosen[at] === true ? ballotsIn(grades) : 0), 0)
          if (ballots === 0 || ballots >= limit) continue
          expect(isDerivable(chosen.flatMap((is) => [is ? 1 : 0, 0]))).toBe(false)
        }
      }),
    )
  })

  test('nor would passing a published figure’s standard have needed everybody', () => {
    const passesWithOneAgainst = (ballots: number, percent: number) => 100 * (ballots - 1) >= percent * ballots
    fc.assert(
      fc.property(rounds, (round) => {
        const { singles, pool } = publication(round, limit)
        for (const members of [...singles.map((single) => [single]), ...(pool ? [pool.members] : [])]) {
          const ballots = members.reduce((sum, { grades }) => sum + ballotsIn(grades), 0)
          if (ballots === 0) continue
          expect(ballots).toBeGreaterThanOrEqual(limit)
          for (const { percent } of members)
            if (percent !== undefined) expect(passesWithOneAgainst(ballots, percent)).toBe(true)
        }
      }),
    )
  })
})
