import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { keysFrom, type KeyProvider } from './keys'
import { makeIndexer, makeSealer, SealBroken, Sealed, type SealPlace } from './sealer'

const secrets = { old: randomBytes(32), young: randomBytes(32), index: randomBytes(32) }
const before = keysFrom({ seal: new Map([['2026', secrets.old]]), current: '2026', index: secrets.index })
const after = keysFrom({
  seal: new Map([
    ['2026', secrets.old],
    ['2027', secrets.young],
  ]),
  current: '2027',
  index: secrets.index,
})
const onlyYoung = keysFrom({ seal: new Map([['2027', secrets.young]]), current: '2027', index: secrets.index })

const place: SealPlace = { collection: 'persons', id: 'p1', field: 'secrets' }
const sealer = makeSealer(before)
const person = JSON.stringify({ name: '王小明', number: '11010119900307003X' })

describe('the algorithms are the national ones', () => {
  test('SM3 gives the digests of GB/T 32905-2016, annex A', () => {
    const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })

  test('SM4 in counter mode encrypts its counter as in GB/T 32907-2016, annex A', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const stream = createCipheriv('sm4-ctr', block, block).update(Buffer.alloc(16))
    expect(stream.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })
})

describe('a sealed value', () => {
  test('opens as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (plain, id) => {
        const here = { ...place, id }
        expect(sealer.open(here, sealer.seal(here, plain))).toBe(plain)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plain) => {
        expect(new Uint8Array(sealer.openBytes(place, sealer.sealBytes(place, plain)))).toEqual(plain)
      }),
    )
  })

  test('is text that a document can hold, and shows nothing of what it holds', () => {
    const sealed = sealer.seal(place, person)
    expect(Sealed.parse(sealed)).toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').includes(Buffer.from('1101'))).toBe(false)
    expect(Buffer.from(sealed, 'base64url').includes(Buffer.from('王'))).toBe(false)
  })

  test('differs from every other seal of the same value', () => {
    const seals = Array.from({ length: 100 }, () => sealer.seal(place, person))
    expect(new Set(seals).size).toBe(100)
    expect(new Set(seals.map((sealed) => sealed.slice(-20))).size).toBe(100)
  })

  test('is the same for the same randomness, so that a demo world can be made again', () => {
    const repeatable = () => makeSealer(before, (length) => Buffer.alloc(length, 7)).seal(place, person)
    expect(repeatable()).toBe(repeatable())
  })

  test('is broken by every single bit', () => {
    const sealed = Buffer.from(sealer.sealBytes(place, Buffer.from(person)))
    for (let at = 0; at < sealed.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Buffer.from(sealed)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at)
        expect(() => sealer.openBytes(place, flipped)).toThrow(SealBroken)
      }
  })

  test('is broken by every other character, as every value has one spelling', () => {
    const sealed: string = sealer.seal(place, 'ab')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (let at = 0; at < sealed.length; at++)
      for (const character of `${alphabet}+/= \n`) {
        if (character === sealed.charAt(at)) continue
        expect(() => sealer.open(place, sealed.slice(0, at) + character + sealed.slice(at + 1))).toThrow(SealBroken)
      }
  })

  test('is broken when it is cut short or added to', () => {
    const sealed = Buffer.from(sealer.sealBytes(place, Buffer.from(person)))
    for (let length = 0; length < sealed.length; length++)
      expect(() => sealer.openBytes(place, sealed.subarray(0, length))).toThrow(SealBroken)
    expect(() => sealer.openBytes(place, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow(SealBroken)
    expect(() => sealer.open(place, `${sealer.seal(place, person)}=`)).toThrow(SealBroken)
    expect(() => sealer.open(place, '')).toThrow(SealBroken)
  })

  test.each([
    ['another person', { ...place, id: 'p2' }],
    ['another field', { ...place, field: 'mobile' }],
    ['another collection', { ...place, collection: 'accounts' }],
    ['a place that reads the same when run together', { collection: 'persons', id: 'p1s', field: 'ecrets' }],
    ['a place with swapped parts', { collection: 'persons', id: 'secrets', field: 'p1' }],
  ])('does not open at %s', (_what, elsewhere) => {
    expect(() => sealer.open(elsewhere, sealer.seal(place, person))).toThrow(SealBroken)
  })

  test('does not open with another key of the same name', () => {
    const stranger: KeyProvider = keysFrom({
      seal: new Map([['2026', randomBytes(32)]]),
      current: '2026',
      index: secrets.index,
    })
    expect(() => makeSealer(stranger).open(place, sealer.seal(place, person))).toThrow(SealBroken)
  })

  test('outlives a change of the current key, as long as its own key is kept', () => {
    const old = sealer.seal(place, person)
    const young = makeSealer(after).seal(place, person)
    expect(makeSealer(after).open(place, old)).toBe(person)
    expect(makeSealer(onlyYoung).open(place, young)).toBe(person)
    expect(() => makeSealer(onlyYoung).open(place, old)).toThrow(SealBroken)
  })

  test('that is broken is told by its place, without a value', () => {
    expect(() => sealer.open(place, 'AAAA')).toThrow('the seal at persons/p1/secrets does not open')
  })

  test('is not made of text that would come back changed', () => {
    expect(() => sealer.seal(place, 'half \ud800')).toThrow(TypeError)
    expect(() => makeIndexer(before).lockId('half \ud800')).toThrow(TypeError)
  })
})

describe('an identifier lock', () => {
  const indexer = makeIndexer(before)

  test('is the same for the same text and different for any other', () => {
    const locks = Array.from({ length: 1000 }, (_, at) => indexer.lockId(`resident18:CN:${at}`))
    expect(new Set(locks).size).toBe(1000)
    expect(locks[7]).toBe(indexer.lockId('resident18:CN:7'))
    for (const lock of locks) expect(lock).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  test('cannot be computed without the key, and does not change with the seal keys', () => {
    const stranger = keysFrom({ seal: new Map([['2026', secrets.old]]), current: '2026', index: randomBytes(32) })
    expect(makeIndexer(stranger).lockId('a')).not.toBe(indexer.lockId('a'))
    expect(makeIndexer(onlyYoung).lockId('a')).toBe(indexer.lockId('a'))
    expect(indexer.lockId('a')).not.toBe(createHash('sm3').update('a').digest('base64url'))
  })
})
