import { openReview, random, type OpenReview } from '../../../shared/review/review.fixture'
import { announcedKey } from '../../../shared/review/announcement'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { readCast } from '../../../shared/review/cast'
import { tokenRandomness } from '../../../shared/review/phone'
import { writeBallot } from '../../../shared/review/ballot'
import {
  blindedOf,
  idOfPaper,
  readKept,
  receiving,
  reopening,
  sealing,
  taking,
  wanting,
  writeKept,
  type KnownReview,
  type Received,
  type Waiting,
} from './steps'

let review: OpenReview
let known: KnownReview
let waiting: Waiting
let received: Received
beforeAll(async () => {
  review = await openReview()
  const { announcement, keys, tally } = review
  const [ballot, remark] = [
    announcedKey(announcement, 'ballot', keys.ballot),
    announcedKey(announcement, 'remark', keys.remark),
  ]
  if (ballot === undefined || remark === undefined) throw new Error('no keys')
  known = { digest: review.review, keys: { ballot, remark }, tallyKey: tally.publicKey }
  const drawn = { ballot: random(tokenRandomness(ballot)), remark: random(tokenRandomness(remark)) }
  const made = wanting(known, drawn)
  if (made === undefined) throw new Error('nothing wanted')
  waiting = made
  const taken = receiving(waiting, known, await signed())
  if (taken === undefined) throw new Error('nothing received')
  received = taken
})

async function signed() {
  const asked = blindedOf(waiting)
  const sign = async (envelope: 'ballot' | 'remark') =>
    toBase64url(
      (await review.signers[envelope].sign(fromBase64url(asked[envelope]) ?? new Uint8Array())) ?? new Uint8Array(),
    )
  return { ballot: await sign('ballot'), remark: await sign('remark') }
}

const sealed = (from = received, grade: 'satisfied' | 'mostly' = 'satisfied') =>
  sealing(from, 'ballot', known, {
    content: writeBallot({ review: review.review, grade }),
    ephemeral: random(32),
  })

test('every stage is read as it was written', () => {
  for (const kept of [waiting, received, sealed(), taking(sealed(), 'ballot')])
    expect(readKept(writeKept(kept))).toEqual(kept)
})

test.each([undefined, '', '{}', 'no json', '{"stage":"wanted"}', '{"stage":"received","digest":"*","papers":{}}'])(
  '%j is nothing kept',
  (text) => expect(readKept(text)).toBeUndefined(),
)

test('answers that stand in each other’s place are no signatures', async () => {
  const { ballot, remark } = await signed()
  expect(receiving(waiting, known, { ballot: remark, remark: ballot })).toBeUndefined()
  expect(receiving(waiting, known, { ballot, remark: 'no base64url!' })).toBeUndefined()
})

test('what is sealed once stays as it is, whatever is chosen later; the other paper is untouched', () => {
  const once = sealed()
  expect(sealed(once, 'mostly')).toBe(once)
  expect(once.papers.remark).toEqual(received.papers.remark)
  const paper = once.papers.ballot
  if (paper.at !== 'sent') throw new Error('not sealed')
  expect(readCast('ballot', paper.cast)).toBeDefined()
})

test('refused for sure, the choice is open again, under the same token and id', () => {
  const again = reopening(sealed(), 'ballot')
  expect(again).toEqual(received)
  expect(idOfPaper(sealed(again, 'mostly'), 'ballot')).toEqual(idOfPaper(sealed(), 'ballot'))
})

test('taken, it has its id and nothing else, and neither seals nor opens again', () => {
  const taken = taking(sealed(), 'ballot')
  expect(Object.keys(taken.papers.ballot).sort()).toEqual(['at', 'id'])
  expect(idOfPaper(taken, 'ballot')).toEqual(idOfPaper(sealed(), 'ballot'))
  expect(sealed(taken)).toBe(taken)
  expect(reopening(taken, 'ballot')).toBe(taken)
  expect(taking(received, 'ballot')).toBe(received)
  expect(idOfPaper(received, 'ballot')).toBeUndefined()
})
