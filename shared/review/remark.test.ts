import fc from 'fast-check'
import { isComment, readRemark, RemarkItem, writeRemark, type Remark, type Score } from './remark'
import { commentsOf, ratingsShown, withRatings } from './remarks-shown'

const review = new Uint8Array(32).fill(7)

describe('a remark', () => {
  const scores = fc.dictionary(fc.constantFrom(...RemarkItem.options), fc.constantFrom<Score>(1, 2, 3, 4, 5))
  const comments = fc.string({ unit: 'grapheme', maxLength: 60 }).filter(isComment)

  test('reads as it was written', () => {
    fc.assert(
      fc.property(scores, comments, (given, comment) => {
        const remark: Remark = { review, scores: { ...given }, comment }
        const written = writeRemark(remark)
        if (comment === '' && Object.keys(given).length === 0) expect(written).toBeUndefined()
        else expect(written && readRemark(written)).toEqual(remark)
      }),
    )
  })

  test.each([
    ['200 characters', '好'.repeat(200), true],
    ['201', '好'.repeat(201), false],
    ['200 of four bytes each', '𠮷'.repeat(200), true],
    ['two lines', '好\n好', true],
    ['a control character', 'a\u0007', false],
    ['half of a pair', '\ud83d', false],
    ['text that turns round', 'a\u202eb', false],
    ['a byte order mark', '\ufeff好', false],
  ])('a comment of %s', (_, comment, good) => {
    expect(isComment(comment)).toBe(good)
    expect(writeRemark({ review, scores: { funds: 5 }, comment }) !== undefined).toBe(good)
  })

  test('never throws, whatever the bytes are, and takes nothing that it would write otherwise', () => {
    const bytes = writeRemark({ review, scores: { chair: 4 }, comment: '很好' }) ?? new Uint8Array()
    expect(bytes).toHaveLength(1024)
    fc.assert(
      fc.property(fc.nat(1023), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.map((byte, place) => (place === at ? byte ^ change : byte))
        const read = readRemark(changed)
        if (read !== undefined) expect(writeRemark(read)).toEqual(changed)
      }),
    )
  })
})

describe('remarks are shown', () => {
  const remarks = Array.from({ length: 25 }, (_, at): Remark => ({
    review,
    scores: at < 20 ? { chair: 5, funds: at < 10 ? 2 : 4 } : { chair: 1 },
    comment: at < 19 ? '' : `第${at}条`,
  }))

  test('where enough of them say something of an item, in whatever stretches they are read', () => {
    const whole = withRatings({}, remarks)
    expect(ratingsShown(whole, 20)).toEqual({ chair: [5, 0, 0, 0, 20], funds: [0, 10, 0, 10, 0] })
    expect(ratingsShown(withRatings({}, remarks.slice(0, 19)), 20)).toEqual({})
    for (const at of [0, 1, 13, 25])
      expect(withRatings(withRatings({}, remarks.slice(0, at)), remarks.slice(at))).toEqual(whole)
  })

  test('comments sorted by their text, whatever came first', () => {
    const shown = commentsOf([...remarks].reverse())
    expect(shown).toEqual([...shown].sort())
    expect(shown).toHaveLength(6)
  })
})
