import fc from 'fast-check'
import { Utf8Decoder, Utf8Encoder } from './utf8'

describe('text as bytes in the mini-program', () => {
  it('writes what every browser writes, halves of a character included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })), (text, units) => {
        const typed = text + String.fromCharCode(...units)
        expect(Array.from(new Utf8Encoder().encode(typed))).toEqual(Array.from(new TextEncoder().encode(typed)))
      }),
    )
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(new Utf8Decoder().decode(new Utf8Encoder().encode(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['a byte that begins nothing', [0x80]],
    ['a character cut off', [0xe5, 0xb7]],
    ['a character written longer than it is', [0xc0, 0xaf]],
  ])('refuses %s', (_, bytes) => {
    expect(() => new Utf8Decoder().decode(Uint8Array.from(bytes))).toThrow('utf8')
  })
})
