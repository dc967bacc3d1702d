import fc from 'fast-check'
import { leastLimit, protectedParts, type Shown } from './small-counts'

const shownOf = (counts: readonly number[], limit: number) =>
  Object.values(protectedParts(Object.fromEntries(counts.map((count, at) => [`p${at}`, count])), limit))
const word = (shown: Shown) => (shown.kind === 'exact' ? shown.count : shown.kind)

describe('小数字保护', () => {
  test.each([
    ['S1: nobody at all', [0, 0, 0], [0, 0, 0]],
    ['S1: only large ones, and nobody', [5, 0, 9], [5, 0, 9]],
    ['S2: a small one and nobody look alike', [1, 0, 9], ['few', 'few', 9]],
    ['S3: a lone small one would be what is left of the total', [1, 7, 9], ['withheld', 'withheld', 'withheld']],
    ['S3: two at the most that few can be', [2, 2, 9], ['withheld', 'withheld', 'withheld']],
    ['S3: one part, which is the total', [2], ['withheld']],
  ] as const)('%s', (_, counts, words) => expect(shownOf(counts, 3).map(word)).toEqual(words))

  test('S2, S3: whoever knows the total and what is shown finds a second answer for every small number', () => {
    const tables = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(tables, fc.integer({ min: leastLimit, max: 5 }), (counts, limit) => {
        const shown = shownOf(counts, limit)
        const total = counts.reduce((sum, count) => sum + count, 0)
        const answers = everyAnswer(shown, total, limit)
        counts.forEach((count, at) => {
          if (count === 0 || count >= limit) return
          expect(new Set(answers.map((answer) => answer[at])).size).toBeGreaterThan(1)
        })
      }),
      { numRuns: 400 },
    )
  })
})

/** Every table with this total that would be shown in the same words: what somebody can compute who knows the rule as well. */
function everyAnswer(shown: readonly Shown[], total: number, limit: number): readonly (readonly number[])[] {
  const like = JSON.stringify(shown)
  const found: number[][] = []
  const fill = (before: number[], left: number) => {
    if (before.length === shown.length) {
      if (left === 0 && JSON.stringify(shownOf(before, limit)) === like) found.push(before)
      return
    }
    for (let count = 0; count <= left; count++) fill([...before, count], left - count)
  }
  fill([], total)
  return found
}
