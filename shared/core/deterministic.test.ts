import fc from 'fast-check'
import { encodeCBOR, type CBORType } from '@levischuck/tiny-cbor'
import { isDeterministic } from './deterministic'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

describe('the deterministic encoding of RFC 8949 §4.2.1', () => {
  test.each([
    ['17', '23 in one byte'],
    ['1818', '24 in two'],
    ['190100', '256 in three'],
    ['1a00010000', '65536 in five'],
    ['3a00011170', 'a negative number'],
    ['6161', 'a text'],
    ['420001', 'bytes'],
    ['820102', 'a list'],
    ['a201020304', 'a map, its keys in order'],
    ['a2190100012001', 'a map: 0x19… comes before 0x20…'],
  ])('%s is it: %s', (text) => expect(isDeterministic(hex(text))).toBe(true))

  test.each([
    ['', 'nothing'],
    ['1817', '23 in two bytes'],
    ['190018', '24 in three'],
    ['1a00000100', '256 in five'],
    ['1b0000000100000000', 'nine bytes'],
    ['0000', 'something after it'],
    ['18', 'a head cut short'],
    ['6261', 'a text cut short'],
    ['8201', 'a list cut short'],
    ['a103', 'a map cut short'],
    ['a203040102', 'keys out of order'],
    ['a201020102', 'a key twice'],
    ['5f4100ff', 'endless bytes'],
    ['9f01ff', 'an endless list'],
    ['c100', 'a tag'],
    ['f4', 'a truth value'],
    ['f90000', 'a float'],
    [`${'81'.repeat(40)}00`, 'a list in a list in a list'],
  ])('%s is not: %s', (text) => expect(isDeterministic(hex(text))).toBe(false))

  test('what the library writes is it; another byte in a head, or one more at the end, is not', () => {
    const value = fc.letrec<{ value: CBORType }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.integer({ min: -100_000, max: 4_000_000_000 }),
        fc.string({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(value, fc.nat(255), (each, more) => {
        const bytes = encodeCBOR(each)
        expect(isDeterministic(bytes)).toBe(true)
        expect(isDeterministic(Uint8Array.from([...bytes, more]))).toBe(false)
        expect(isDeterministic(bytes.subarray(0, -1))).toBe(false)
      }),
    )
  })

  test('never throws, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof isDeterministic(bytes) === 'boolean'))
  })
})
