import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ballotCollections, casts, type CastRecord } from '../cloudfunctions/_kernel/records/casts'
import { reviewComments } from '../cloudfunctions/_kernel/records/review-counts'
import { reviewResults } from '../cloudfunctions/_kernel/records/review-results'
import { reviewKeys, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { openFigures } from '../cloudfunctions/_kernel/review/figures'
import { tallyKeyOf } from '../cloudfunctions/_kernel/review/keys'
import { openJson } from '../cloudfunctions/_kernel/secrets'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'
import { names } from '../local/data-folder'
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
} from './held-reviews'
import {
  attackers,
  findsTallyKey,
  inOrderOf,
  publicNumbers,
  remarkAttackers,
  rightOnes,
  signatureOf,
  together,
  windows,
} from './secrecy/attackers'
import { bytesOfFile, copyOf, documentsOf, readDisk, type Disk } from './secrecy/disk'
import { leakyFolder } from './secrecy/leaky'
import { openTestSystem, type TestSystem } from './system'

/** Of any number of pairs put together by chance one is right on average, and ten or more once in nine million times. */
const byChance = 10
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
    ...(at >= voters - sayingMore ? { remark: { scores: { chair: 5 }, comment: `第${at}位说的话` } } : {}),
  }))
}

const sizes = { 'a mixed review of 500': 'large', 'one of 25': 'small' } as const
type Size = (typeof sizes)[keyof typeof sizes]
const both = Object.entries(sizes)

let system: TestSystem
let held: Readonly<Record<Size, HeldReview>>
/** Which ballot, and which remark, is whose. Only the phones know; the test asks them. */
let ballotOf: Map<string, string>
let remarkToBallot: Map<string, string>
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
const eachReview = () => [held.large, held.small] as const

beforeAll(async () => {
  system = await openTestSystem()
  held = {
    large: await announcedFor(system, plansOf(500, { onPaper: 60, sayingMore: 60 })),
    small: await announcedFor(system, plansOf(25, { onPaper: 3, sayingMore: 12 })),
  }
  const [first] = eachReview()
  await passTo(system, first.record.receivingFrom)
  for (const review of eachReview())
    for (const voter of shuffled(review.voters, 1)) if (voter.on === 'phone') await receiveOne(review, voter)
  await passTo(system, first.record.votingFrom)
  const tellers = [await tickPapers(system, held.large), await tickPapers(system, held.small)] as const
  beforeVoting = copy()
  await votesAreCast()
  beforeTheEnd = copy()
  countedTooEarly = await system.runtime.store.count(reviewResults, { index: 'all', equals: {} })
  await passTo(system, first.record.votingUntil)
  await countPapers(system, held.large, tellers[0])
  await countPapers(system, held.small, tellers[1])
  await countedAndPublished(system, first.record)
  atTheEnd = copy()
  await truth()
}, 600_000)
afterAll(async () => {
  await system.close()
  for (const folder of copies) rmSync(folder, { recursive: true })
})

/** In another order than they received; remarks in a third one, later. In the middle the disk is taken, right before one ballot and right after. */
async function votesAreCast(): Promise<void> {
  const [logged, returned] = [system.logged.length, system.returned.length]
  for (const review of eachReview()) {
    const phones = shuffled(
      review.voters.filter(({ on }) => on === 'phone'),
      2,
    )
    for (const [at, voter] of phones.entries()) {
      const isWatched = review === held.small && at === 10
      const before = isWatched ? copy() : undefined
      await vote(review, voter)
      if (before !== undefined) aroundOne = { before, after: copy() }
    }
    for (const voter of shuffled(review.voters, 3)) if (voter.on === 'phone') await sayMore(review, voter)
  }
  const answers = system.returned.slice(returned)
  told = {
    logged: system.logged.slice(logged).filter(({ procedure }) => procedure === 'cast'),
    returned: answers,
    castsReturned: answers.filter((answer) => !answer.includes('tallyKey') && !answer.includes('digest')),
  }
}

async function truth(): Promise<void> {
  ballotOf = new Map()
  remarkToBallot = new Map()
  for (const { voters, review } of eachReview())
    for (const { phone, elector } of voters) {
      const kept = await phone.kept(review)
      if (kept?.stage !== 'received' || kept.papers.ballot.at !== 'taken') continue
      const ballot = Buffer.from(kept.papers.ballot.id).toString('base64url')
      ballotOf.set(elector, ballot)
      const { remark } = kept.papers
      if (remark.at === 'taken') remarkToBallot.set(Buffer.from(remark.id).toString('base64url'), ballot)
    }
}

const keysOf = async ({ keys }: ReviewRecord) => {
  const found = await system.runtime.store.get(reviewKeys, keys)
  if (found === undefined) throw new Error('a review without keys')
  return tallyKeyOf(found, system.runtime).secret
}

test('the reviews are what they seem: every vote is counted as it was cast', async () => {
  expect(ballotOf.size).toBe(440 + 22)
  for (const { review, voters } of eachReview()) {
    const result = await system.runtime.store.get(reviewResults, review)
    expect(result?.state).toBe('alone')
    expect(result && openFigures(result, system.runtime).sum).toEqual(gradesOf(voters))
  }
})

describe('before the close', () => {
  test('no ballot is opened by anything that lies in the store, and nothing is counted', () => {
    expect(countedTooEarly).toBe(0)
    expect(findsTallyKey(readDisk(beforeTheEnd, held.small.record).keys)).toBe(false)
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
    const [earlier, later] = [readDisk(before, held.small.record), readDisk(after, held.small.record)]
    const known = new Set(earlier.ballots.map(({ id }) => id))
    expect(later.ballots.filter(({ id }) => !known.has(id))).toHaveLength(1)
    expect(later.electors.map(({ bytes, times }) => ({ bytes, times }))).toEqual(
      earlier.electors.map(({ bytes, times }) => ({ bytes, times })),
    )
  })

  test('every cast is logged alike and answered alike, whoever sent it', () => {
    expect(told.logged.length).toBe(440 + 22 + 60 + 12)
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
  const disks = (): readonly (readonly [string, Disk])[] =>
    [
      ['before the end', beforeTheEnd],
      ['after publication', atTheEnd],
      ['in the middle', aroundOne.after],
    ].map(([when = '', folder = '']) => [when, readDisk(folder, held[size].record)] as const)

  test.each(Object.entries(attackers))('electors and ballots: %s nobody does better than chance', (name, attack) => {
    for (const [when, disk] of disks()) {
      const right = rightOnes(attack(disk), ballotOf)
      const most = ['by time', 'by what both have in common', 'by the blinded value'].includes(name) ? 1 : byChance
      expect([when, right < most]).toEqual([when, true])
    }
  })

  test.each(Object.entries(remarkAttackers))(
    'remarks and ballots: %s nobody does better than chance',
    (name, attack) => {
      for (const [when, disk] of disks()) {
        const right = rightOnes(attack(disk), remarkToBallot)
        const most = ['by time', 'by what both have in common'].includes(name) ? 1 : byChance
        expect([when, right < most]).toEqual([when, true])
      }
    },
  )

  test('the orders of rows, pages and the log do not go together', () => {
    for (const [, disk] of disks())
      for (const by of ['row', 'place'] as const)
        expect(together(inOrderOf(disk.electors, by), inOrderOf(disk.ballots, by), ballotOf)).toBeLessThan(beyondChance)
  })

  test('every key that is given is the same, and every ballot could be anybody’s: for each pair there is a factor that blinds one to the other', () => {
    const disk = readDisk(atTheEnd, held[size].record)
    const { n, e } = publicNumbers(disk.keys)
    const pairs = size === 'small' ? disk.ballots : disk.ballots.slice(0, 2)
    for (const { bytes } of pairs) {
      const signature = toInteger(signatureOf(bytes.find(({ length }) => length > 400) ?? Buffer.alloc(0)))
      const message = power(signature, e, n)
      const undo = inverse(signature, n) ?? 0n
      for (const { id, bytes: kept } of disk.electors) {
        const asked = toInteger(disk.blinded.get(id) ?? Buffer.alloc(0))
        const signed = kept.map(toInteger).find((each) => power(each, e, n) === asked)
        expect(signed).toBeDefined()
        expect((power(((signed ?? 0n) * undo) % n, e, n) * message) % n).toBe(asked)
      }
    }
  })

  test('what was written stands in no order of who wrote it', async () => {
    const { review, voters } = held[size]
    const page = await system.runtime.store.find(reviewComments, { index: 'byReview', equals: { review } })
    const texts = page.documents.flatMap(({ _id, comments }) => {
      const place = { collection: reviewComments.name, id: _id, field: 'comments' }
      return openJson(system.runtime.sealer, place, z.array(z.string()), comments)
    })
    const ballots = readDisk(atTheEnd, held[size].record).ballots.map(({ id }) => id)
    const writer = new Map(voters.map(({ remark, elector }) => [remark?.comment ?? '', ballotOf.get(elector)]))
    expect(texts.length).toBe(voters.filter(({ remark }) => remark !== undefined).length)
    expect(texts.filter((text, at) => writer.get(text) === ballots[at]).length).toBeLessThan(byChance)
  })

  test('the same attackers succeed where a store is careless', async () => {
    const { record } = held[size]
    const own = new Map([...ballotOf].filter(([elector]) => elector.startsWith(`${record._id}:`)))
    const secrets = {
      review: record._id,
      keysId: record.keys,
      digest: record.digest,
      tallySecret: await keysOf(record),
    }
    const folder = await leakyFolder(readDisk(atTheEnd, record), secrets, own)
    copies.push(folder)
    const leaky = readDisk(folder, record)
    expect(findsTallyKey(leaky.keys)).toBe(true)
    for (const [name, attack] of Object.entries(attackers)) {
      if (name === 'by id') continue
      expect([name, rightOnes(attack(leaky), own)]).toEqual([name, own.size])
    }
    for (const by of ['row', 'place'] as const)
      expect(together(inOrderOf(leaky.electors, by), inOrderOf(leaky.ballots, by), own)).toBeGreaterThan(beyondChance)
  })
})

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
