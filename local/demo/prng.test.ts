import { prngOf } from './prng'

describe('the demo world’s chance', () => {
  test('is the same for the same seed', () => {
    const draw = () => {
      const prng = prngOf('seed')
      return Array.from({ length: 20 }, () => prng.whole(0, 1000))
    }
    expect(draw()).toEqual(draw())
  })

  test('is another for another seed', () => {
    expect(prngOf('a').digits(20)).not.toBe(prngOf('b').digits(20))
  })

  test('a branch does not move the stream it springs from', () => {
    const [alone, branched] = [prngOf('seed'), prngOf('seed')]
    branched.branch('people').digits(50)
    expect(branched.digits(10)).toBe(alone.digits(10))
  })

  test('spreads evenly enough to draw a world from', () => {
    const prng = prngOf('even')
    const drawn = Array.from({ length: 8000 }, () => prng.whole(0, 3))
    const counts = [0, 1, 2, 3].map((value) => drawn.filter((one) => one === value).length)
    expect(Math.min(...counts)).toBeGreaterThan(1800)
  })

  test('weighs: what weighs nothing is never drawn', () => {
    const prng = prngOf('weights')
    const drawn = Array.from({ length: 500 }, () =>
      prng.weighted([
        [1, 'often'],
        [0, 'never'],
      ]),
    )
    expect(drawn).not.toContain('never')
  })

  test('picking from nothing is a mistake that says so', () => {
    expect(() => prngOf('none').pick([])).toThrow('nothing to pick from')
  })
})
