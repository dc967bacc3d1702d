import fc from 'fast-check'
import { guarded, unguarded } from './guarded-text'

test.each(['=1+1', '+86', '-', '@SUM(A1)', '\t=1', "'=1"])(
  '%j would be taken for a formula and gets an apostrophe',
  (text) => {
    expect(guarded(text)).toBe(`'${text}`)
  },
)

test.each(['王芳', "O'Neil", "'quoted'", '1-2', ''])('%j stays as it is', (text) => {
  expect(guarded(text)).toBe(text)
  expect(unguarded(text)).toBe(text)
})

test('what was guarded is found again, and no guarded text begins like a formula', () => {
  const text = fc
    .tuple(fc.constantFrom('', "'", "''", '=', '+', '-', '@', '\t', '\r'), fc.string())
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (any) => {
      expect(unguarded(guarded(any))).toBe(any)
      expect(guarded(any)).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})
