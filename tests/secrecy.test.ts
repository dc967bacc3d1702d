import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ballotCollections, casts, type CastRecord } from '../cloudfunctions/_kernel/records/casts'
import { reviewComments } from '../cloudfunctions/_kernel/records/review-counts'
import { reviewResults } from '../cloudfunctions/_kernel/records/review-results'
import { reviewKeys, reviews, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { openFigures } from '../cloudfunctions/_kernel/review/figures'
import { tallyKeyOf } from '../cloudfunctions/_kernel/review/keys'
import { openJson } from '../cloudfunctions/_kernel/secrets'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'
import { names } from '../local/data-folder'
import { plainUnion } from '../cloudfunctions/review/review.fixture'
import { PersonId, type ReviewId } from '../shared/core/ids'
import { succeed } from '../shared/core/outcome'
import { castBytes } from '../shared/review/cast'
import { inverse, power, toInteger } from '../shared/review/blind/modular'
import { Grade } from '../shared/review/kinds'
import {
  announcedFor,
  countedAndPublished,
  countPapers,
  gradesOf,
  passTo,
  receiveOne,
  sayMore,
  tickPapers,
  vote,
  type HeldReview,
  type Plan,
  type Voter,
} from './held-reviews'
import {
  allPairs,
  attacks,
  beyondLuck,
  findsTallyKey,
  inOrderOf,
  publicNumbers,
  rightOnes,
  signatureOf,
  together,
  windows,
} from './secrecy/attackers'
import { bytesOfFile, copyOf, documentsOf, readDisk, type Disk } from './secrecy/disk'
import { leakyFolder, type Truth } from './secrecy/leaky'
import { reviewIn, slipOf } from './reviews'
import { openTestSystem, type TestSystem } from './system'
import { phoneOf, type TestPhone } from './voting-phone'

/** As many reviews of 25: in one, nine of 22 could be right before chance is ruled out; in all of them together hardly a sixth. */
const smallReviews = 6
const beyondChance = 8

/** The same order for every run, and another one for every salt. */
function shuffled<T>(list: readonly T[], salt: number): readonly T[] {
  let state = salt
  const keyed = list.map((each) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return { each, key: state }
  })
  return keyed.sort((one, other) => one.key - other.key).map(({ each }) => each)
}

function plansOf(voters: number, { onPaper, sayingMore }: { onPaper: number; sayingMore: number }): readonly Plan[] {
  return Array.from({ length: voters }, (_, at) => ({
    grade: Grade.options[at % 20 < 13 ? 0 : at % 20 < 17 ? 1 : 2] ?? 'satisfied',
    on: at < onPaper ? ('paper' as const) : ('phone' as const),
    ...(at >= voters - sayingMore ? { remark: { scores: { chair: 5 }, comment: `说一句话：${randomUUID()}` } } : {}),
  }))
}

const sizes = { 'a mixed review of 500': 'large', 'reviews of 25': 'small', 'staff surveys of 25': 'survey' } as const
type Size = (typeof sizes)[keyof typeof sizes]
const both = Object.entries(sizes)

let system: TestSystem
let held: Readonly<Record<Size, readonly HeldReview[]>>
/** In the first small one the disk is taken around one ballot. */
let watched: HeldReview
/** Which ballot, and which remark, is whose. Only the phones know; the test asks them. */
let whose: Truth
/** Who wrote what, by the elector. */
let wrote: ReadonlyMap<string, string>
let told: { logged: readonly unknown[]; returned: readonly string[]; castsReturned: readonly string[] }
const copies: string[] = []
let beforeVoting: string
let aroundOne: { before: string; after: string }
let beforeTheEnd: string
let atTheEnd: string
let countedTooEarly: number

const copy = () => {
  const folder = copyOf(system.folder)
  copies.push(folder)
  return folder
}
const eachReview = () => [...held.small, ...held.large, ...held.survey]

beforeAll(async () => {
  system = await openTestSystem()
  const large = await announcedFor(system, plansOf(500, { onPaper: 60, sayingMore: 60 }))
  const small: HeldReview[] = []
  while (small.length < smallReviews)
    small.push(await announcedFor(system, plansOf(25, { onPaper: 3, sayingMore: 12 })))
  const survey: HeldReview[] = []
  while (survey.length < smallReviews)
    survey.push(await surveyFor(large.record, plansOf(25, { onPaper: 0, sayingMore: 12 })))
  held = { large: [large], small, survey }
  ;[watched = large] = small
  const first = large
  await passTo(system, first.record.receivingFrom)
  for (const review of eachReview())
    for (const voter of inTurn(review, 1)) if (voter.on === 'phone') await receiveOne(review, voter)
  await passTo(system, first.record.votingFrom)
  const tellers = new Map<HeldReview, Awaited<ReturnType<typeof tickPapers>>>()
  for (const review of [...held.small, ...held.large]) tellers.set(review, await tickPapers(system, review))
  beforeVoting = copy()
  await votesAreCast()
  beforeTheEnd = copy()
  countedTooEarly = await system.runtime.store.count(reviewResults, { index: 'all', equals: {} })
  await passTo(system, first.record.votingUntil)
  for (const [review, both] of tellers) await countPapers(system, review, both)
  await countedAndPublished(system, first.record)
  atTheEnd = copy()
  await truth()
}, 600_000)
afterAll(async () => {
  await system.close()
  for (const folder of copies) rmSync(folder, { recursive: true })
})

/** 职工满意率调查 in the same days: whoever holds a slip, as nobody. */
async function surveyFor(
  { receivingFrom, votingFrom, votingUntil }: ReviewRecord,
  plans: readonly Plan[],
): Promise<HeldReview> {
  const union = await plainUnion(system)
  const staff = plans.length
  const made = await reviewIn(system, 'announced', { kind: 'staff', form: 'electronic', staff, union })
  const days = { receivingFrom, votingFrom, votingUntil, due: receivingFrom }
  const record: ReviewRecord = { ...made, ...days, electors: staff }
  await system.runtime.store.transact(async (tx) => succeed(await tx.put(reviews, record)))
  const voters: Voter[] = []
  for (const plan of plans) {
    const { code, id } = await slipOf(system, record)
    const phone = phoneOf(system, undefined)
    const bySlip: TestPhone = {
      ...phone,
      kept: (review) => phone.kept(review, code),
      receive: (review) => phone.receive(review, code),
      castBallot: (review, grade) => phone.castBallot(review, grade, code),
      castRemark: (review, remark) => phone.castRemark(review, remark, code),
    }
    voters.push({ ...plan, person: PersonId.parse('nobody'), elector: id, phone: bySlip })
  }
  return { review: record._id, union, voters, record }
}

/** In another order each time, and in each review. That everybody comes in one order again is not tried: the log of the box has the order of its latest casts (docs/voting.md, not claimed). */
function inTurn(review: HeldReview, salt: number): readonly Voter[] {
  const at = eachReview().indexOf(review)
  return shuffled(review.voters, 3 * at + salt)
}

/** In another order than they received; remarks in a third one, later. In the middle the disk is taken, right before one ballot and right after. */
async function votesAreCast(): Promise<void> {
  const [logged, returned] = [system.logged.length, system.returned.length]
  for (const review of [...held.large, ...held.survey, ...held.small.slice(1), watched]) {
    const phones = inTurn(review, 2).filter(({ on }) => on === 'phone')
    for (const [at, voter] of phones.entries()) {
      const isWatched = review === watched && at === 10
      const before = isWatched ? copy() : undefined
      await vote(review, voter)
      if (before !== undefined) aroundOne = { before, after: copy() }
    }
    for (const voter of inTurn(review, 3)) if (voter.on === 'phone') await sayMore(review, voter)
  }
  const answers = system.returned.slice(returned)
  told = {
    logged: system.logged.slice(logged).filter(({ procedure }) => procedure === 'cast'),
    returned: answers,
    castsReturned: answers.filter((answer) => !answer.includes('tallyKey') && !answer.includes('digest')),
  }
}

async function truth(): Promise<void> {
  const [ballots, remarks, both] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  for (const { voters, review } of eachReview())
    for (const { phone, elector } of voters) {
      const kept = await phone.kept(review)
      if (kept?.stage !== 'received' || kept.papers.ballot.at !== 'taken') continue
      const ballot = Buffer.from(kept.papers.ballot.id).toString('base64url')
      ballots.set(elector, ballot)
      if (kept.papers.remark.at !== 'taken') continue
      const remark = Buffer.from(kept.papers.remark.id).toString('base64url')
      remarks.set(elector, remark)
      both.set(remark, ballot)
    }
  whose = { 'electors and ballots': ballots, 'electors and remarks': remarks, 'remarks and ballots': both }
  wrote = new Map(
    eachReview()
      .flatMap(({ voters }) => voters)
      .flatMap(({ remark, elector }) => (remark === undefined ? [] : [[elector, remark.comment] as const])),
  )
}

const keysOf = async ({ keys }: ReviewRecord) => {
  const found = await system.runtime.store.get(reviewKeys, keys)
  if (found === undefined) throw new Error('a review without keys')
  return tallyKeyOf(found, system.runtime).secret
}

test('the reviews are what they seem: every vote is counted as it was cast', async () => {
  expect(whose['electors and ballots'].size).toBe(440 + smallReviews * (22 + 25))
  for (const { review, voters } of eachReview()) {
    const result = await system.runtime.store.get(reviewResults, review)
    expect(result?.state).toBe('alone')
    expect(result && openFigures(result, system.runtime).sum).toEqual(gradesOf(voters))
  }
})

describe('before the close', () => {
  test('no ballot is opened by anything that lies in the store, and nothing is counted', () => {
    expect(countedTooEarly).toBe(0)
    expect(findsTallyKey(readDisk(beforeTheEnd, watched.record).keys)).toBe(false)
  })

  test('ballots of every grade look alike: one length, and nothing in common', () => {
    for (const { record } of eachReview()) {
      const { ballots } = readDisk(beforeTheEnd, record)
      const sealed = ballots.flatMap(({ bytes }) => bytes.filter(({ length }) => length > 100))
      expect(new Set(sealed.map(({ length }) => length))).toEqual(new Set([castBytes.ballot]))
      const parts = sealed.flatMap((each) => [...new Set(windows(each))])
      expect(new Set(parts).size).toBe(parts.length)
    }
  })

  test('the store that knows people is, byte for byte, what it was before anybody voted', () => {
    expect([...documentsOf(beforeTheEnd)]).toEqual([...documentsOf(beforeVoting)])
  })

  test('two copies of the disk around one ballot differ in that ballot alone', () => {
    const { before, after } = aroundOne
    expect(bytesOfFile(after, names.database).equals(bytesOfFile(before, names.database))).toBe(true)
    const [earlier, later] = [readDisk(before, watched.record), readDisk(after, watched.record)]
    const known = new Set(earlier.ballots.map(({ id }) => id))
    expect(later.ballots.filter(({ id }) => !known.has(id))).toHaveLength(1)
    expect(later.electors.map(({ bytes, times }) => ({ bytes, times }))).toEqual(
      earlier.electors.map(({ bytes, times }) => ({ bytes, times })),
    )
  })

  test('every cast is logged alike and answered alike, whoever sent it', () => {
    expect(told.logged.length).toBe(440 + 60 + smallReviews * (22 + 12 + 25 + 12))
    expect(new Set(told.logged.map((line) => JSON.stringify(line))).size).toBe(1)
    expect(new Set(told.castsReturned)).toEqual(new Set(['{"ok":true,"data":{}}']))
    const answered = new Set(
      told.returned.flatMap((answer) =>
        [...answer.matchAll(/[A-Za-z0-9_-]{43,}/g)].flatMap(([text]) => windows(Buffer.from(text, 'base64url'))),
      ),
    )
    for (const { record } of eachReview())
      for (const { bytes } of readDisk(beforeTheEnd, record).ballots)
        expect(
          bytes
            .filter(({ length }) => length > 100)
            .flatMap(windows)
            .filter((part) => answered.has(part)),
        ).toEqual([])
  })
})

describe.each(both)('%s', (_, size) => {
  const folders = (): readonly (readonly [string, string])[] => [
    ['before the end', beforeTheEnd],
    ['after publication', atTheEnd],
    ['in the middle', aroundOne.after],
  ]
  const disksIn = (folder: string): readonly Disk[] => held[size].map(({ record }) => readDisk(folder, record))

  describe.each(allPairs)('%s', (pair) => {
    test.each(Object.entries(attacks))('%s nobody does better than chance', (_name, { by, guess }) => {
      for (const [when, folder] of folders()) {
        const right = disksIn(folder).map((disk) => rightOnes(guess(disk, pair, whose[pair]), whose[pair]))
        const most = by === 'chance' ? beyondLuck(held[size].length) : 1
        expect([when, right.reduce((sum, each) => sum + each, 0) < most]).toEqual([when, true])
      }
    })
  })

  test('what is held to be chance is far from everybody', () => {
    const voters = held[size].flatMap((review) => review.voters.filter(({ on }) => on === 'phone'))
    expect(beyondLuck(held[size].length)).toBeLessThan(voters.length / 5)
  })

  test('the orders of rows, pages and the log do not go together', () => {
    const ballotOf = whose['electors and ballots']
    for (const [, folder] of folders())
      for (const disk of disksIn(folder))
        for (const by of ['row', 'place'] as const)
          expect(together(inOrderOf(disk.electors, by), inOrderOf(disk.ballots, by), ballotOf)).toBeLessThan(
            beyondChance,
          )
  })

  test('every key that is given is the same, and every ballot could be anybody’s: for each pair there is a factor that blinds one to the other', () => {
    const [disk] = disksIn(atTheEnd)
    if (disk === undefined) throw new Error('no review was held')
    const { n, e } = publicNumbers(disk.keys, 'ballot')
    const pairs = size === 'small' ? disk.ballots : disk.ballots.slice(0, 2)
    for (const { bytes } of pairs) {
      const signature = toInteger(signatureOf(bytes.find(({ length }) => length > 400) ?? Buffer.alloc(0)))
      const message = power(signature, e, n)
      const undo = inverse(signature, n) ?? 0n
      for (const { id, bytes: kept } of disk.electors) {
        const asked = toInteger(disk.blinded.ballot.get(id) ?? Buffer.alloc(0))
        const signed = kept.map(toInteger).find((each) => power(each, e, n) === asked)
        expect(signed).toBeDefined()
        expect((power(((signed ?? 0n) * undo) % n, e, n) * message) % n).toBe(asked)
      }
    }
  })

  test('what was written stands in no order of who wrote it: not of electors, not of ballots', async () => {
    const right = { id: 0, row: 0, place: 0, ballots: 0 }
    for (const { review, record } of held[size]) {
      const texts = await commentsOf(review)
      const { electors, ballots } = readDisk(atTheEnd, record)
      const writers = electors.filter(({ id }) => wrote.has(id))
      expect(texts.length).toBe(writers.length)
      const orders = {
        id: writers.map(({ id }) => id).sort(),
        row: inOrderOf(writers, 'row'),
        place: inOrderOf(writers, 'place'),
      }
      for (const [by, order] of Object.entries(orders))
        Reflect.set(right, by, Reflect.get(right, by) + order.filter((id, at) => wrote.get(id) === texts[at]).length)
      const written = new Map([...wrote].map(([id, comment]) => [whose['electors and ballots'].get(id), comment]))
      const own = ballots.filter(({ id }) => written.has(id))
      right.ballots += own.filter(({ id }, at) => written.get(id) === texts[at]).length
    }
    for (const [by, many] of Object.entries(right))
      expect([by, many < beyondLuck(held[size].length)]).toEqual([by, true])
  })

  test('the same attackers succeed where a store is careless', async () => {
    for (const { record } of held[size].slice(0, 1)) {
      const { _id: review, keys: keysId, digest } = record
      const secrets = { review, keysId, digest, tallySecret: await keysOf(record) }
      const { folder, truth } = await leakyFolder(readDisk(atTheEnd, record), secrets)
      copies.push(folder)
      const leaky = readDisk(folder, record)
      expect(findsTallyKey(leaky.keys)).toBe(true)
      for (const pair of allPairs)
        for (const [name, { guess }] of Object.entries(attacks)) {
          const wanted = pair === 'remarks and ballots' && name === 'by the blinded value' ? 0 : leaky.electors.length
          expect([pair, name, rightOnes(guess(leaky, pair, truth[pair]), truth[pair])]).toEqual([pair, name, wanted])
        }
      const own = truth['electors and ballots']
      for (const by of ['row', 'place'] as const)
        expect(together(inOrderOf(leaky.electors, by), inOrderOf(leaky.ballots, by), own)).toBeGreaterThan(beyondChance)
    }
  })
})

async function commentsOf(review: ReviewId): Promise<readonly string[]> {
  const page = await system.runtime.store.find(reviewComments, { index: 'byReview', equals: { review } })
  return page.documents.flatMap(({ _id, comments }) => {
    const place = { collection: reviewComments.name, id: _id, field: 'comments' }
    return openJson(system.runtime.sealer, place, z.array(z.string()), comments)
  })
}

test('after the close the box is what its ballots make it and nothing else: put in again in the order of their ids, it is the same file', async () => {
  expect(statSync(join(system.folder, `${names.ballots}-wal`)).size).toBe(0)
  const all: CastRecord[] = []
  for (const { record } of eachReview())
    for (const envelope of ['ballot', 'remark'] as const) {
      const query = { index: 'byReview', equals: { review: record.digest, envelope }, limit: 1000 } as const
      all.push(...(await system.runtime.ballots.find(casts, query)).documents)
    }
  const folder = mkdtempSync(join(tmpdir(), 'secrecy-'))
  copies.push(folder)
  const file = join(folder, names.ballots)
  const again = openSqliteStore({ file, collections: ballotCollections, arrivals: 'hidden' })
  for (const cast of all.sort((one, other) => (one._id < other._id ? -1 : 1))) await again.insert(casts, cast)
  await again.compact()
  await again.close()
  // The header counts changes; every page after it is content.
  const pages = (path: string) => readFileSync(path).subarray(100)
  expect(pages(join(system.folder, names.ballots)).equals(pages(file))).toBe(true)
})
