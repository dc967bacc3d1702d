import fc from 'fast-check'
import { fromBase64url, toBase64url } from './base64url'

test('bytes are written as Node writes them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(bytes)
    }),
  )
})

test.each([
  ['a letter of the other alphabet', 'ab+/'],
  ['padding', 'YQ=='],
  ['one letter too many', 'YWJjZ'],
  ['loose last bits', 'YR'],
  ['half a surrogate pair', '\ud800abc'],
])('%s is not what was written', (_, text) => {
  expect(fromBase64url(text)).toBeUndefined()
})
