import fc from 'fast-check'
import { keyText, part, valueOfPart } from './cloudbase-keys'
import { compareKeys } from './contract-letters'
import type { Key } from './plan'

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\0', ' ', '!', '"', '\u001f', '\u007f', '😀', '\uffee'),
    fc.string({ unit: 'binary' }),
  ),
})
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer({ min: -2, max: 2 }),
)
const optional = (values: fc.Arbitrary<Key>) => fc.option(values, { nil: null, freq: 10 })
const kinds: readonly fc.Arbitrary<Key>[] = [optional(text), optional(number), optional(fc.boolean())]

const sign = (difference: number) => Math.sign(difference)
const byText = (one: string, other: string) => sign(Buffer.compare(Buffer.from(one), Buffer.from(other)))
const byKey = (one: Key, other: Key) => sign(compareKeys(one ?? undefined, other ?? undefined))

test.each([
  ['texts', 0],
  ['numbers', 1],
  ['true and false', 2],
])('%s and the missing keep their order as parts of a key', (_what, at) => {
  const values: fc.Arbitrary<Key> = kinds[at] ?? fc.constant(null)
  fc.assert(fc.property(values, values, (one, other) => expect(byText(part(one), part(other))).toBe(byKey(one, other))))
})

test('a key orders by its fields in turn, then by id', () => {
  const document = fc.record({ _id: text, name: text, rank: fc.option(number, { nil: undefined }) })
  fc.assert(
    fc.property(document, document, (one, other) => {
      const difference =
        byKey(one.name, other.name) || byKey(one.rank ?? null, other.rank ?? null) || byKey(one._id, other._id)
      expect(byText(keyText(['name', 'rank'], one), keyText(['name', 'rank'], other))).toBe(difference)
    }),
  )
})

test('a part ends with the only space in it, is free of control characters, and gives its value back', () => {
  fc.assert(
    fc.property(fc.oneof(...kinds), (value) => {
      const written = part(value)
      expect(written.indexOf(' ')).toBe(written.length - 1)
      expect([...written].every((character) => character >= ' ')).toBe(true)
      expect(valueOfPart(written.slice(0, -1))).toBe(value)
    }),
  )
})

test.each([
  [null, '0 '],
  [false, '1 '],
  [0, '38000000000000000 '],
  [-0, '38000000000000000 '],
  ['', '4 '],
  ['青岛', '4青岛 '],
  ['a b', '4a!Bb '],
])('%j is written as %j', (value, written) => {
  expect(part(value)).toBe(written)
})
