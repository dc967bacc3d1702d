import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { isOnBoard, merkleRoot } from './merkle'
import { commitment, draw, readPublicValue, seedOf } from './sample'
import { random } from './review.fixture'
import { codeBytes, codeDigest, readCode, writeCode } from './survey-code'

const hash = (...parts: Uint8Array[]) => Uint8Array.from(createHash('sha256').update(Buffer.concat(parts)).digest())
const ids = fc.uniqueArray(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
  maxLength: 20,
  selector: (id) => Buffer.from(id).toString('hex'),
})

describe('the root of a board', () => {
  /** RFC 6962 §2.1 as it is written. */
  function published(leaves: readonly Uint8Array[]): Uint8Array {
    const [only] = leaves
    if (only === undefined) return hash()
    if (leaves.length === 1) return hash(Uint8Array.of(0), only)
    let split = 1
    while (split * 2 < leaves.length) split *= 2
    return hash(Uint8Array.of(1), published(leaves.slice(0, split)), published(leaves.slice(split)))
  }

  test('is that of RFC 6962 over the sorted ids, in whatever order they come', () => {
    const shuffled = ids.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const sorted = [...list].sort((one, another) => Buffer.compare(one, another))
        expect(merkleRoot(other)).toEqual(published(sorted))
      }),
    )
  })

  test('an id is found on its board; not on one that lost, gained or changed an id', () => {
    const board = [random(32), random(32), random(32)]
    const [mine, ...others] = board
    if (mine === undefined) throw new Error('no id')
    const root = merkleRoot(board)
    expect(isOnBoard(board, mine, root)).toBe(true)
    expect(isOnBoard(board, random(32), root)).toBe(false)
    expect(isOnBoard(others, mine, merkleRoot(others))).toBe(false)
    expect(isOnBoard([mine, random(32)], mine, root)).toBe(false)
    expect(isOnBoard([...board, mine], mine, root)).toBe(false)
  })
})

describe('a sample', () => {
  const population = Array.from({ length: 200 }, () => random(32))
  const committed = commitment(population)
  const seed = seedOf(committed, '03 11 17 22 29 33 06')
  const texts = (drawn: readonly Uint8Array[] = []) => drawn.map((each) => Buffer.from(each).toString('hex'))

  test('is drawn again by anybody, in whatever order they have the population', () => {
    const drawn = draw(population, 40, seed)
    expect(drawn).toHaveLength(40)
    expect(new Set(texts(drawn)).size).toBe(40)
    expect(draw([...population].reverse(), 40, seed)).toEqual(drawn)
    expect(texts(draw(population, 60, seed)).slice(0, 40)).toEqual(texts(drawn))
  })

  test('is another with another value or population', () => {
    const drawn = texts(draw(population, 40, seed))
    expect(texts(draw(population, 40, seedOf(committed, '03 11 17 22 29 33 07')))).not.toEqual(drawn)
    expect(commitment(population.slice(1))).not.toEqual(committed)
  })

  test('is everybody where there are no more, and nobody twice', () => {
    expect(texts(draw(population, 500, seed)).sort()).toEqual(texts(population).sort())
    expect(draw([], 3, seed)).toEqual([])
    expect(draw([...population, ...population.slice(0, 1)], 3, seed)).toBeUndefined()
  })

  test('favours nobody', () => {
    const five = Array.from({ length: 5 }, (_, at) => new Uint8Array(32).fill(at))
    const times = new Map<number, number>()
    for (let run = 0; run < 5000; run++)
      for (const each of draw(five, 2, hash(Uint8Array.of(run >> 8, run & 255))) ?? [])
        times.set(each[0] ?? -1, (times.get(each[0] ?? -1) ?? 0) + 1)
    // 2,000 expected each, five standard deviations are 173.
    for (let at = 0; at < 5; at++) expect(Math.abs((times.get(at) ?? 0) - 2000)).toBeLessThan(173)
  })

  test('the whole of it, once and for all', () => {
    const three = [1, 2, 3, 4, 5, 6, 7].map((byte) => new Uint8Array(32).fill(byte))
    const known = draw(three, 3, seedOf(commitment(three), '1 2 3')) ?? []
    expect(known.map((each) => each[0])).toMatchInlineSnapshot(`
     [
       2,
       7,
       5,
     ]
    `)
  })

  test.each([
    ['03 11 17 22 29 33 06', '03 11 17 22 29 33 06'],
    [' 03-11-17  22 29 33 06 ', '03 11 17 22 29 33 06'],
    ['', undefined],
    ['三 十一', undefined],
    ['1.5', undefined],
  ])('the value %j reads as %j', (typed, value) => expect(readPublicValue(typed)).toBe(value))
})

describe('a code of the staff survey', () => {
  const codes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes })

  test('reads as it was written, however it is typed', () => {
    fc.assert(
      fc.property(codes, (bytes) => {
        const text = writeCode(bytes)
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]$/)
        const typed = [text, text.toLowerCase(), text.replace(/-/g, ' '), text.replace(/0/g, 'o').replace(/1/g, 'l')]
        for (const each of typed) expect(readCode(each)).toEqual(bytes)
      }),
    )
  })

  test('one wrong character, or two that changed places, are found', () => {
    const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    fc.assert(
      fc.property(codes, fc.nat(15), fc.constantFrom(...symbols), fc.nat(14), (bytes, at, symbol, swap) => {
        const text = [...writeCode(bytes).replace(/-/g, '')]
        const wrong = text.map((each, place) => (place === at ? symbol : each)).join('')
        if (wrong !== text.join('')) expect(readCode(wrong)).toBeUndefined()
        const [one = '', other = ''] = [text[swap], text[swap + 1]]
        if (one !== other) {
          const swapped = [...text.slice(0, swap), other, one, ...text.slice(swap + 2)].join('')
          expect(readCode(swapped)).toBeUndefined()
        }
      }),
    )
  })

  test.each(['', '0000-0000-0000-0000', 'UUUU-0000-0000-0000-0', '0000-0000-0000-0000-00'])('%j is none', (typed) =>
    expect(readCode(typed)).toBeUndefined(),
  )

  test('is kept as a digest that is another in another review', () => {
    const [code, review] = [random(10), random(32)]
    expect(codeDigest(review, code)).toEqual(codeDigest(review, code))
    expect(codeDigest(random(32), code)).not.toEqual(codeDigest(review, code))
  })
})
