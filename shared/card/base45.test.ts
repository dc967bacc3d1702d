import fc from 'fast-check'
import { fromBase45, toBase45 } from './base45'

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'ascii'))

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('%s is written as in RFC 9285 §4.3', (bytes, text) => {
  expect(toBase45(ascii(bytes))).toBe(text)
  expect(fromBase45(text)).toEqual(ascii(bytes))
})

test.each([
  ['a letter left over', 'BB8A'],
  ['three letters for more than two bytes hold', 'GGW'],
  ['two letters for more than a byte holds', ':::'.slice(0, 2)],
  ['small letters', 'bb8'],
  ['a letter of no alphabet', 'BB，'],
])('%s are refused', (_, text) => expect(fromBase45(text)).toBeUndefined())

test('every byte string has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(fromBase45(toBase45(bytes))).toEqual(bytes)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ $%*+-./:'), maxLength: 60 }), (text) => {
      const bytes = fromBase45(text)
      if (bytes !== undefined) expect(toBase45(bytes)).toBe(text)
    }),
  )
})
