import fc from 'fast-check'
import { Utf8Decoder, Utf8Encoder } from './utf8'

const platform = { encoder: new TextEncoder(), decoder: new TextDecoder() }
const encode = (text: string) => new Utf8Encoder().encode(text)
const decode = (bytes: Uint8Array) => new Utf8Decoder().decode(bytes)

/** Any string that JavaScript can hold: characters of every length, and halves of surrogate pairs. */
const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), halves()) })
/** Bytes near UTF-8: pieces of real text, first bytes that announce more than comes, bytes that stand nowhere. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }).map((piece) => platform.encoder.encode(piece)),
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom(0xc1, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x9f, 0xa0, 0xbb, 0xbf).map((byte) => [byte]),
    ),
  )
  .map((pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece])))

function halves() {
  return fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit))
}

test('whatever text is written comes out as the platform’s own encoder writes it', () => {
  fc.assert(
    fc.property(text, (written) => expect(encode(written)).toEqual(platform.encoder.encode(written))),
    {
      numRuns: 2_000,
    },
  )
})

test('whatever bytes are read come out as the platform’s own decoder reads them', () => {
  fc.assert(
    fc.property(bytes, (given) => expect(decode(given)).toBe(platform.decoder.decode(given))),
    {
      numRuns: 5_000,
    },
  )
})

test.each([
  ['a byte order mark at the beginning', [0xef, 0xbb, 0xbf, 0x41]],
  ['a second one', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41]],
  ['a mark that breaks off', [0xef, 0xbb]],
  ['a spelling that is too long', [0xc0, 0xaf, 0xe0, 0x80, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['what lies beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['a character that breaks off into another', [0xe4, 0xb8, 0xe4, 0xb8, 0xad]],
  ['nothing', []],
])('%s is read as the platform reads it', (_, given) => {
  expect(decode(Uint8Array.from(given))).toBe(platform.decoder.decode(Uint8Array.from(given)))
})

test('a long text comes through whole', () => {
  const long = '网上职工之家 🏠 '.repeat(20_000)
  expect(decode(encode(long))).toBe(long)
})
