import fc from 'fast-check'
import { Signature } from '../../shared/membership/joining'
import { begin, draw, signatureOf, type Strokes } from './strokes'

describe('a signature by finger', () => {
  test('a dot is a stroke, a line has its points', () => {
    expect(begin([], 0.5, 0.5)).toEqual([[500, 500, 500, 500]])
    expect(draw(begin([], 0.1, 0.1), 0.2, 0.2)).toEqual([[100, 100, 100, 100, 200, 200]])
    expect(draw(begin([], 0.1, 0.1), 0.101, 0.1)).toEqual([[100, 100, 100, 100]])
    expect(signatureOf([])).toBeUndefined()
  })

  test('whatever a hand does on the pad and beside it, the contract takes it, and it stays under 16 KB', () => {
    const touch = fc.tuple(
      fc.boolean(),
      fc.double({ min: -1, max: 2, noNaN: true }),
      fc.double({ min: -1, max: 2, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(touch, { minLength: 1, maxLength: 3000 }), (touches) => {
        const strokes = touches.reduce<Strokes>(
          (drawn, [down, x, y]) => (down ? begin(drawn, x, y) : draw(drawn, x, y)),
          [],
        )
        const signature = signatureOf(strokes)
        if (signature === undefined) return
        expect(Signature.safeParse(signature).success).toBe(true)
        expect(JSON.stringify(signature).length).toBeLessThanOrEqual(16 * 1024)
      }),
      { numRuns: 30 },
    )
  })
})
