import { fromBase64url, toBase64url } from '../../../../shared/core/base64url'
import { UnitId, type ReviewId } from '../../../../shared/core/ids'
import { isoTime } from '../../../../shared/core/time'
import { merkleRoot } from '../../../../shared/review/merkle'
import { writeBallot } from '../../../../shared/review/ballot'
import { random } from '../../../../shared/review/review.fixture'
import { faulty, modes } from '../../../../tests/faults/faulty'
import { granted, openTestSystem, type TestSystem } from '../../../../tests/system'
import { newUnion } from '../../../membership/events/events.fixture'
import {
  afterTheEnd,
  castVotes,
  putElectors,
  putPhase,
  recordOfReview,
  tellersOf,
  voterOf,
} from '../../../review/counting.fixture'
import { announced } from '../../../review/review.fixture'
import { boardPageId, boards } from '../../../_kernel/records/boards'
import { casts, type CastRecord } from '../../../_kernel/records/casts'
import { unions, units, type UnitRecord } from '../../../_kernel/records/registry'
import { reviewComments, reviewCounts } from '../../../_kernel/records/review-counts'
import { reviewResults } from '../../../_kernel/records/review-results'
import { auditEntries } from '../../../_kernel/records/upkeep'
import { openFigures } from '../../../_kernel/review/figures'
import type { Runtime } from '../../../_kernel/runtime'
import { countReviews } from './count-reviews'

const street = 'demo-street'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

/** A review that was voted in and is closed. */
async function votedIn(grades: { satisfied?: number; mostly?: number; dissatisfied?: number }, paper = 0) {
  const { union } = await newUnion(system)
  const review = await announced(system, union, street)
  const phone = Object.values(grades).reduce((sum, each) => sum + each, 0)
  await putElectors(system, review, { phone, paper })
  await castVotes(system, review, { grades })
  return { union, review }
}
const resultOf = (review: ReviewId) => system.runtime.store.get(reviewResults, review)
async function figuresOf(review: ReviewId) {
  const record = await resultOf(review)
  if (record === undefined) throw new Error('it is not counted')
  return { record, ...openFigures(record, system.runtime) }
}
const count = (runtime: Runtime = system.runtime) => countReviews(runtime)

test('a review is counted once its papers are settled and nobody can be casting any more', async () => {
  const { union, review } = await votedIn({ satisfied: 4, mostly: 1, dissatisfied: 1 }, 3)
  const { votingUntil } = await recordOfReview(system, review)
  await putPhase(system, review, 'closed')
  const at = (ms: number) => system.travel(isoTime(Date.parse(votingUntil) + ms))
  at(100_000)
  expect(await count()).toBe(0)
  const tellers = await tellersOf(system, union)
  for (const as of [tellers.one, tellers.other]) {
    const input = { union, review, grades: { satisfied: 2, mostly: 0, dissatisfied: 0 }, invalid: 1 }
    granted(await system.ask(as, 'review', 'enterPaperCount', input))
  }
  at(89_000)
  expect(await count()).toBe(0)
  at(90_000)
  expect(await count()).toBe(1)
  expect(await count()).toBe(0)
  const { record, sum, paper, verdict } = await figuresOf(review)
  expect(sum).toEqual({ satisfied: 6, mostly: 1, dissatisfied: 1 })
  expect(paper.invalid).toBe(1)
  expect(verdict).toMatchObject({ rate: { numerator: 6, denominator: 8 }, turnout: { numerator: 9, denominator: 9 } })
  expect(record).toMatchObject({ electors: 9, received: 6, board: 6, state: 'counted' })
  expect(record.overcast).toBeUndefined()
})

test('the board has the ids that count; its root and the digest stand in the audit trail; what lies in the store tells no figure', async () => {
  const { review } = await votedIn({ satisfied: 3 })
  const { digest } = await recordOfReview(system, review)
  const stranger = toBase64url(random(496))
  const misplaced: CastRecord = { _id: toBase64url(random(32)), review: digest, envelope: 'ballot', cast: stranger }
  await system.runtime.ballots.insert(casts, misplaced)
  const voter = await voterOf(system, review)
  await voter('ballot', () => writeBallot({ review: random(32), grade: 'satisfied' }))
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  expect(await count()).toBe(1)
  const { record, sum, rejected } = await figuresOf(review)
  expect([sum.satisfied, rejected]).toEqual([3, 1])
  const board = await system.runtime.store.get(boards, boardPageId({ review, envelope: 'ballot', page: 0 }))
  const bytes = fromBase64url(board?.ids ?? '') ?? new Uint8Array()
  const ids = Array.from({ length: bytes.length / 32 }, (_, at) => bytes.slice(at * 32, at * 32 + 32))
  expect(ids).toHaveLength(3)
  expect(toBase64url(merkleRoot(ids))).toBe(record.root)
  const entries = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: review } })
  const told = Object.fromEntries(entries.documents.map(({ action, digest }) => [action, digest]))
  expect(told).toMatchObject({
    'review.count': record.digest,
    'review.board': record.root,
    'review.remark-board': record.remarkRoot,
  })
  expect(JSON.stringify([record, await system.runtime.store.get(reviewCounts, review)])).not.toContain('satisfied')
})

test('a unit that is registered otherwise while its members vote is held to the standard of the announcement', async () => {
  const { union, review } = await votedIn({ satisfied: 23, dissatisfied: 2 })
  const { hostUnit = '' } = (await system.runtime.store.get(unions, union)) ?? {}
  const registeredAs = async (unitKind: UnitRecord['unitKind']) => {
    const unit = await system.runtime.store.get(units, UnitId.parse(hostUnit))
    if (unit === undefined) throw new Error('there is no unit')
    await system.runtime.store.transact((tx) => tx.put(units, { ...unit, unitKind }))
  }
  await registeredAs('国有企业')
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  await count()
  expect((await figuresOf(review)).verdict).toMatchObject({ outcome: 'met', standard: { percent: 90 } })
})

test('remarks are opened with it, and lie sealed', async () => {
  const { review } = await votedIn({ satisfied: 1 })
  const remarks = [
    { scores: { chair: 5, funds: 1 } as const, comment: '食堂很好' },
    { scores: { chair: 4 } as const, comment: '' },
  ]
  await castVotes(system, review, { remarks })
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  await count()
  const { ratings, comments } = await figuresOf(review)
  expect({ ratings, comments }).toEqual({ ratings: { chair: [0, 0, 0, 1, 1], funds: [1, 0, 0, 0, 0] }, comments: 1 })
  const kept = await system.runtime.store.get(reviewComments, `${review}:0`)
  expect(JSON.stringify(kept)).not.toContain('食堂')
})

test('more ballots than tokens were received is an alert, and is counted', async () => {
  const { review } = await votedIn({ satisfied: 2 })
  await castVotes(system, review, { grades: { satisfied: 1 } })
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  await count()
  expect((await resultOf(review))?.overcast).toBe(true)
  expect(system.logged.map(({ alert = '' }) => alert).filter((line) => line.includes(review))).toHaveLength(1)
})

test('so is more remarks than tokens: whoever signs for them can sign for ballots', async () => {
  const { review } = await votedIn({ satisfied: 1 })
  await castVotes(system, review, { remarks: [1, 2].map(() => ({ scores: { chair: 5 }, comment: '' })) })
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  await count()
  expect((await resultOf(review))?.overcast).toBeUndefined()
  expect(system.logged.map(({ alert = '' }) => alert).filter((line) => line.includes(review))).toHaveLength(1)
})

describe('two closers at once, and one that is killed', () => {
  test('write one result', async () => {
    const { review } = await votedIn({ satisfied: 5, dissatisfied: 2 })
    await putPhase(system, review, 'closed')
    await afterTheEnd(system, review)
    await Promise.all([count(), count(), count()])
    expect((await figuresOf(review)).sum).toEqual({ satisfied: 5, mostly: 0, dissatisfied: 2 })
    const entries = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: review } })
    expect(entries.documents.filter(({ action }) => action === 'review.count')).toHaveLength(1)
  })

  test.each(modes)('at every single operation: %s', async (mode) => {
    const { review } = await votedIn({ satisfied: 3, mostly: 2 })
    await putPhase(system, review, 'closed')
    await afterTheEnd(system, review)
    let at = 0
    for (; at < 100; at++) {
      const { store, ballots, hit } = faulty(system.runtime, at, mode)
      await count({ ...system.runtime, store, ballots, log: () => {} }).catch(() => 0)
      if (!hit()) break
    }
    await count()
    expect((await figuresOf(review)).sum).toEqual({ satisfied: 3, mostly: 2, dissatisfied: 0 })
    expect((await resultOf(review))?.board).toBe(5)
    expect(at).toBeGreaterThan(5)
  })
})
