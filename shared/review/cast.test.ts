import { verifyWithNode } from '../../cloudfunctions/_kernel/card/ed25519'
import { boxOpener } from '../../cloudfunctions/_kernel/review/opening'
import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { announcedKey, announcementDigest, type Announcement } from './announcement'
import { readBallot, writeBallot } from './ballot'
import { arrival, castBytes, castId, isTokenSigned, readCast, writeCast } from './cast'
import { toCbor } from '../core/cbor'
import { domain, pad, unpad } from './envelope'
import { Grade } from './kinds'
import { openCast, signedContent } from './open-cast'
import { castWith, takeToken, tokenRandomness, wantToken } from './phone'
import { readRemark } from './remark'
import { openReview, random, type OpenReview } from './review.fixture'
import { boxInfo, sealBox } from './sealed-box'
import { openRemarks, tallyBallots } from './tally'

let ours: OpenReview
let foreign: OpenReview
beforeAll(async () => {
  ;[ours, foreign] = [await openReview(), await openReview('review-elsewhere')]
})
const openBallot = (bytes: Uint8Array, of = ours) => openCast('ballot', bytes, readBallot, of.opening('ballot'))
const because = (bytes: Uint8Array, of = ours) => {
  const opened = openBallot(bytes, of)
  return opened.counted ? 'counted' : opened.because
}
const flipped = (bytes: Uint8Array, at: number, bit = 1) =>
  bytes.map((byte, place) => (place === at ? byte ^ bit : byte))

describe('a ballot', () => {
  test.each(Grade.options)('%s counts as what it says, under the id that its phone knows', async (grade) => {
    const held = await ours.receive('ballot')
    const opened = openBallot(ours.castBallot(held, grade))
    const token = ed25519.getPublicKey(held.seed)
    expect(opened).toEqual({
      counted: true,
      id: castId('ballot', ours.review, token),
      content: { review: ours.review, grade },
    })
  })

  test('is as long as every other one, and so is a remark', async () => {
    const held = await ours.receive('ballot')
    const ballots = Grade.options.map((grade) => ours.castBallot(held, grade).length)
    expect(new Set(ballots)).toEqual(new Set([castBytes.ballot]))
    expect([castBytes.ballot, castBytes.remark]).toEqual([496, 1456])
    const remark = await ours.receive('remark')
    const lengths = ['', '好', '👍🏽'.repeat(100)].map(
      (comment) => ours.castRemark(remark, { scores: { funds: 3 }, comment }).length,
    )
    expect(new Set(lengths)).toEqual(new Set([castBytes.remark]))
  })

  test('does not count with any byte changed, missing or added', async () => {
    const cast = ours.castBallot(await ours.receive('ballot'), 'satisfied')
    expect(because(cast)).toBe('counted')
    for (let at = 0; at < cast.length; at++) {
      expect(because(flipped(cast, at))).not.toBe('counted')
      if (at < 32 || at >= 320) expect(because(flipped(cast, at, 0x80))).not.toBe('counted')
    }
    expect(because(cast.slice(1))).toBe('not-a-cast')
    expect(because(Uint8Array.from([...cast, 0]))).toBe('not-a-cast')
    expect(because(new Uint8Array())).toBe('not-a-cast')
  }, 600_000)

  test('is refused before the close where its token was never signed', async () => {
    const cast = readCast('ballot', ours.castBallot(await ours.receive('ballot'), 'mostly'))
    if (cast === undefined) throw new Error('no cast')
    const { isSigned } = ours.opening('ballot')
    expect(isTokenSigned('ballot', ours.review, cast, isSigned)).toBe(true)
    expect(isTokenSigned('ballot', foreign.review, cast, isSigned)).toBe(false)
    expect(isTokenSigned('remark', ours.review, cast, isSigned)).toBe(false)
    for (const changed of ['token', 'prefix', 'signature'] as const)
      expect(isTokenSigned('ballot', ours.review, { ...cast, [changed]: flipped(cast[changed], 9) }, isSigned)).toBe(
        false,
      )
  })
})

describe('what somebody might try', () => {
  test('the cast of one review in another', async () => {
    const cast = ours.castBallot(await ours.receive('ballot'), 'satisfied')
    expect(because(cast, foreign)).toBe('token-not-signed')
  })

  test('a ballot that names another review', async () => {
    expect(because(ours.castBallot(await ours.receive('ballot'), 'satisfied', foreign.review))).toBe('other-review')
  })

  test('a grade that there is none of, or a ballot that is none', async () => {
    const held = await ours.receive('ballot')
    for (const content of [[ours.review, 0], [ours.review, 4], [ours.review], [ours.review, 1, 1], 'satisfied']) {
      const padded = pad('ballot', content)
      expect(padded && because(ours.castContent('ballot', held, padded))).toBe('no-content')
    }
    const tailed = writeBallot({ review: ours.review, grade: 'mostly' })
    tailed[63] = 1
    expect(because(ours.castContent('ballot', held, tailed))).toBe('no-content')
  })

  test('somebody else’s sealed ballot under one’s own token', async () => {
    const theirs = readCast('ballot', ours.castBallot(await ours.receive('ballot'), 'dissatisfied'))
    const mine = readCast('ballot', ours.castBallot(await ours.receive('ballot'), 'satisfied'))
    if (theirs === undefined || mine === undefined) throw new Error('no cast')
    expect(because(writeCast({ ...mine, sealed: theirs.sealed }))).toBe('does-not-open')
  })

  test('a ballot for a token whose key somebody else holds', async () => {
    const [victim, thief] = [await ours.receive('ballot'), await ours.receive('ballot')]
    const stolen = readCast('ballot', ours.castBallot(victim, 'satisfied'))
    if (stolen === undefined) throw new Error('no cast')
    const content = writeBallot({ review: ours.review, grade: 'dissatisfied' })
    const signed = Uint8Array.from([...content, ...ed25519.sign(signedContent('ballot', content), thief.seed)])
    const info = boxInfo('ballot', ours.review, stolen.token)
    const sealed = sealBox(signed, info, { tallyKey: ours.tally.publicKey, ephemeral: random(32) })
    expect(because(writeCast({ ...stolen, sealed }))).toBe('not-signed-by-token')
  })

  test('a weak token, under which anything is signed', async () => {
    const token = new Uint8Array(32)
    token[0] = 1
    const key = announcedKey(ours.announcement, 'ballot', ours.keys.ballot)
    expect(key).toBeDefined()
    const cast = { token, prefix: random(32), signature: random(256), sealed: random(176) }
    expect(isTokenSigned('ballot', ours.review, cast, () => true)).toBe(false)
    expect(because(writeCast(cast))).toBe('token-not-signed')
  })

  test('a remark’s token for a second ballot, or a ballot’s for a remark', async () => {
    const second = await ours.receive('remark')
    expect(because(ours.castBallot(second, 'satisfied'))).toBe('token-not-signed')
    // A phone that has its remark’s token signed as that of a ballot: the key is another, and signs no ballot.
    const disguised = await ours.receive('ballot', 'remark')
    expect(because(ours.castBallot(disguised, 'satisfied'))).toBe('token-not-signed')
    const ballotToken = await ours.receive('ballot')
    const remark = ours.castRemark(ballotToken, { scores: { funds: 1 }, comment: '' })
    expect(openCast('remark', remark, readRemark, ours.opening('remark'))).toEqual({
      counted: false,
      because: 'token-not-signed',
    })
  })

  test('a signing key for one voter: the phone refuses it', () => {
    expect(announcedKey(ours.announcement, 'ballot', ours.keys.ballot)?.spki).toEqual(ours.keys.ballot)
    expect(announcedKey(ours.announcement, 'ballot', foreign.keys.ballot)).toBeUndefined()
    expect(announcedKey(ours.announcement, 'ballot', ours.keys.remark)).toBeUndefined()
    expect(announcedKey(ours.announcement, 'ballot', flipped(ours.keys.ballot, 100))).toBeUndefined()
  })

  test('a signer who answers something else', () => {
    const key = announcedKey(ours.announcement, 'ballot', ours.keys.ballot)
    const made = key && wantToken('ballot', ours.review, key, random(tokenRandomness(key)))
    if (key === undefined || made === undefined) throw new Error('not wanted')
    const answered = { wanted: made.wanted, blindSignature: random(256) }
    expect(takeToken('ballot', ours.review, key, answered)).toBeUndefined()
    expect(takeToken('ballot', ours.review, key, { ...answered, blindSignature: made.blinded })).toBeUndefined()
  })

  test('any change in the announcement makes it another review', () => {
    const { announcement } = ours
    const others: Partial<Announcement>[] = [
      { review: foreign.announcement.review },
      { year: 2027 },
      { kind: 'staff' },
      { form: 'written' },
      { grades: ['satisfied', 'dissatisfied'] },
      { staff: 30 },
      { signing: foreign.announcement.signing },
      { tallyKey: foreign.announcement.tallyKey },
    ]
    const digests = others.map((change) => announcementDigest({ ...announcement, ...change }))
    expect(new Set([ours.review, ...digests].map((digest) => Buffer.from(digest).toString('hex'))).size).toBe(9)
    expect(announcementDigest({ ...announcement })).toEqual(ours.review)
  })
})

describe('a second arrival', () => {
  test.each([
    ['the first is kept', undefined, [1, 2], 'first'],
    ['the same again is acknowledged again', [1, 2], [1, 2], 'same'],
    ['another content under the same token is refused', [1, 2], [1, 3], 'other'],
    ['and one that is cut short', [1, 2], [1], 'other'],
  ])('%s', (_, stored, incoming, says) => {
    expect(arrival(stored && Uint8Array.from(stored), Uint8Array.from(incoming))).toBe(says)
  })

  test('whatever the order and however often, what is kept is what came first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), (contents) => {
        let stored: Uint8Array | undefined
        for (const content of contents) {
          const incoming = Uint8Array.from([content])
          const says = arrival(stored, incoming)
          expect(says).toBe(stored === undefined ? 'first' : content === stored[0] ? 'same' : 'other')
          if (says === 'first') stored = incoming
        }
        expect(stored?.[0]).toBe(contents[0])
      }),
    )
  })
})

describe('the tally', () => {
  let casts: Uint8Array[]
  beforeAll(async () => {
    const grades: Grade[] = ['satisfied', 'satisfied', 'mostly', 'dissatisfied']
    casts = await Promise.all(grades.map(async (grade) => ours.castBallot(await ours.receive('ballot'), grade)))
    casts.push(foreign.castBallot(await foreign.receive('ballot'), 'satisfied'))
  })

  test('is the same in whatever order, and however often a cast stands in the list', () => {
    const inOrder = tallyBallots(casts, ours.opening('ballot'))
    expect(inOrder.grades).toEqual({ satisfied: 2, mostly: 1, dissatisfied: 1 })
    expect(inOrder.rejected['token-not-signed']).toBe(1)
    expect(inOrder.board).toHaveLength(4)
    const mixed = fc
      .tuple(fc.shuffledSubarray(casts, { minLength: 5 }), fc.subarray(casts.slice(0, 4)))
      .map(([all, again]) => [...all, ...again])
    fc.assert(
      fc.property(mixed, (list) => expect(tallyBallots(list, ours.opening('ballot'))).toEqual(inOrder)),
      { numRuns: 20 },
    )
  })

  test('a grade that the announcement does not offer counts for nothing', () => {
    const { grades, board, rejected } = tallyBallots(casts, {
      ...ours.opening('ballot'),
      grades: ['satisfied', 'dissatisfied'],
    })
    expect([grades, board.length]).toEqual([{ satisfied: 2, mostly: 0, dissatisfied: 1 }, 3])
    expect(rejected['no-content']).toBe(1)
  })

  test('two contents under one token count for nothing, whichever is read first', async () => {
    const held = await ours.receive('ballot')
    const two = [ours.castBallot(held, 'satisfied'), ours.castBallot(held, 'dissatisfied')]
    for (const list of [two, [...two].reverse(), [...two, ...two]]) {
      const { grades, board, rejected } = tallyBallots(list, ours.opening('ballot'))
      expect([grades, board, rejected['two-contents']]).toEqual([{ satisfied: 0, mostly: 0, dissatisfied: 0 }, [], 1])
    }
  })

  test('remarks open with their own token, in an order that tells nothing', async () => {
    const comments = ['丙', '甲', '乙']
    const remarks = await Promise.all(
      comments.map(async (comment) => ours.castRemark(await ours.receive('remark'), { scores: {}, comment })),
    )
    const opened = openRemarks(remarks, ours.opening('remark'))
    expect(opened.remarks.map(({ comment }) => comment).sort()).toEqual([...comments].sort())
    expect(openRemarks([...remarks].reverse(), ours.opening('remark'))).toEqual(opened)
  })
})

describe('padding', () => {
  test('takes nothing that it would not write', () => {
    const padded = pad('ballot', [1]) ?? new Uint8Array()
    expect(unpad('ballot', padded)).toEqual([1])
    for (let at = 0; at < padded.length; at++) expect(unpad('ballot', flipped(padded, at, 0x04))).not.toEqual([1])
    expect(unpad('ballot', padded.slice(1))).toBeUndefined()
    expect(unpad('ballot', new Uint8Array(64))).toBeUndefined()
    expect(pad('ballot', 'x'.repeat(63))).toBeUndefined()
  })

  test('text that is no UTF-8 is no remark', () => {
    const good = toCbor([ours.review, [0, 0, 0, 0, 0, 1], 'abc'])
    const bad = Uint8Array.from([...good.slice(0, -1), 0xff, 0x80])
    const padded = new Uint8Array(1024)
    padded.set(bad)
    expect(readRemark(padded)).toBeUndefined()
  })
})

test('the phone’s boxes open on the server only with everything they are bound to', () => {
  const { tally, review } = ours
  const token = random(32)
  const open = boxOpener(tally)
  const sealed = sealBox(Uint8Array.of(1, 2), boxInfo('ballot', review, token), {
    tallyKey: tally.publicKey,
    ephemeral: random(32),
  })
  expect(open(sealed, boxInfo('ballot', review, token))).toEqual(Uint8Array.of(1, 2))
  expect(open(sealed, boxInfo('remark', review, token))).toBeUndefined()
  expect(open(sealed, boxInfo('ballot', foreign.review, token))).toBeUndefined()
  expect(open(sealed, boxInfo('ballot', review, random(32)))).toBeUndefined()
  expect(boxOpener(foreign.tally)(sealed, boxInfo('ballot', review, token))).toBeUndefined()
  expect(open(new Uint8Array(48), boxInfo('ballot', review, token))).toBeUndefined()
  expect(open(new Uint8Array(3), boxInfo('ballot', review, token))).toBeUndefined()
})

test('no two uses share their first bytes, and signatures verify with either library', async () => {
  const names = [domain('announcement'), domain('ballot', 'token'), domain('ballot', 'id'), domain('remark', 'token')]
  const texts = names.map((name) => Buffer.from(name).toString('latin1'))
  for (const one of texts) for (const other of texts) expect(one.startsWith(other)).toBe(one === other)
  const held = await ours.receive('ballot')
  const made = castWith('ballot', ours.review, held, {
    content: writeBallot({ review: ours.review, grade: 'mostly' }),
    tallyKey: ours.tally.publicKey,
    ephemeral: random(32),
  })
  const byNoble = { ...ours.opening('ballot'), verify: ed25519.verify.bind(ed25519) }
  expect(openCast('ballot', made, readBallot, byNoble).counted).toBe(true)
  expect(openCast('ballot', made, readBallot, { ...byNoble, verify: verifyWithNode }).counted).toBe(true)
})
