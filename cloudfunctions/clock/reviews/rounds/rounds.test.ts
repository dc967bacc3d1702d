import { daysAfter } from '../../../../shared/core/calendar'
import type { ReviewRoundId } from '../../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../../shared/core/time'
import { dyingEvery } from '../../../../tests/faults/dying'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../../tests/system'
import { inOffice } from '../../../../tests/faults/ready'
import { reviewRounds } from '../../../_kernel/records/review-rounds'
import type { UnionRecord } from '../../../_kernel/records/registry'
import { reviewKeys, reviews } from '../../../_kernel/records/reviews'
import { groupOf } from '../../../_kernel/review/groups'
import type { Runtime } from '../../../_kernel/runtime'
import { stockKeys } from '../stock-keys'
import { carryRounds } from './carry-rounds'
import { announcedRound, area, roundDays, stockOfCopies, unionsBelow } from './rounds.fixture'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 86_400_000
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const onDay = (day: number) => system.travel(isoTime(start + day * dayMs))
const roundNow = async (id: ReviewRoundId) => {
  const found = await system.runtime.store.get(reviewRounds, id)
  if (found === undefined) throw new Error('there is no round')
  return found
}
const reviewsOf = async (round: ReviewRoundId) =>
  (await system.runtime.store.find(reviews, { index: 'byRound', equals: { round }, limit: 1000 })).documents
/** Until nobody is left to go to. */
async function carriedOut(round: ReviewRoundId, runtime: Runtime = system.runtime): Promise<void> {
  while ((await roundNow(round)).state !== 'opened') await carryRounds(runtime)
}
const announce = (as: string, { _id: union }: UnionRecord, more: object) => {
  const { days } = roundDays(system)
  return system.ask(as, 'review', 'announceReview', { union, kind: 'members', days, ...more })
}

test('a round is announced once a year, with days that fit, by the union itself', async () => {
  const { upper, as, districts } = await area(system)
  const days = roundDays(system)
  const input = { union: upper._id, kind: 'members', ...days }
  const wrong = { ...input, opensOn: chinaDay(system.runtime.now()) }
  expect(codeOf(await system.ask(as, 'review', 'announceRound', wrong))).toBe('REVIEW_PERIODS_INVALID')
  const below = { ...input, union: districts[0]._id }
  expect(codeOf(await system.ask(as, 'review', 'announceRound', below))).toBe('NOT_ALLOWED')
  granted(await system.ask(as, 'review', 'announceRound', input))
  expect(codeOf(await system.ask(as, 'review', 'announceRound', input))).toBe('REVIEW_ROUND_THIS_YEAR')
})

test('unions open within the window; on its day the clock opens for whoever did not, and leaves alone whoever decided otherwise', async () => {
  const { upper, as, districts } = await area(system)
  const [first, second] = districts
  const [opens, alone, calledOff] = await unionsBelow(system, first, 3)
  const [late] = await unionsBelow(system, second, 1)
  await unionsBelow(system, second, 1, { members: 0 })
  await unionsBelow(system, second, 1, { status: 'dissolved' })
  if (!opens || !alone || !calledOff || !late) throw new Error('there are no unions')
  const round = await announcedRound(system, as, upper._id)
  const { days, window } = roundDays(system)

  const { as: chair } = await inOffice(system, opens._id, 'chair')
  const outside = { ...days, lastDay: daysAfter(window.until, 1) }
  expect(codeOf(await announce(chair, opens, { round, days: outside }))).toBe('REVIEW_OUTSIDE_ROUND')
  expect(codeOf(await announce(as, upper, { round }))).toBe('NOT_FOUND')
  const { upper: beside } = await area(system)
  expect(codeOf(await announce('demo-street', beside, { round }))).toBe('NOT_FOUND')
  granted(await announce(chair, opens, { round }))
  granted(await announce(as, alone, {}))
  const given = granted(await announce(as, calledOff, {})).review
  const reason = '公告日期写错'
  granted(await system.ask(as, 'review', 'callOffReview', { union: calledOff._id, review: given, reason }))

  await carryRounds(system.runtime)
  expect(await roundNow(round)).toMatchObject({ state: 'waiting', unions: 1 })
  onDay(4)
  expect(await carryRounds(system.runtime)).toBe(0)
  onDay(5)
  await carriedOut(round)
  const opened = await reviewsOf(round)
  expect(opened.map(({ union }) => union).sort()).toEqual([opens._id, late._id].sort())
  expect(opened.find(({ union }) => union === late._id)).toMatchObject({ phase: 'announced', cutoff: days.cutoff })
  expect(opened.find(({ union }) => union === late._id)?.announcedBy).toBeUndefined()

  const { rounds } = granted(await system.ask(chair, 'review', 'reviewRounds', { union: opens._id }))
  expect(rounds).toMatchObject([{ round, union: upper._id, unionName: upper.name, state: 'opened', opened: 2 }])
  const seen = async (union: UnionRecord) =>
    granted(await system.ask(as, 'review', 'roundReviews', { union: union._id, round })).rows.map(
      ({ name, leads, review }) => [name, leads, review?.phase, review?.ofRound],
    )
  expect(await seen(upper)).toEqual(districts.map(({ name }) => [name, true, undefined, undefined]))
  expect((await seen(first)).sort()).toEqual(
    [
      [opens.name, false, 'announced', true],
      [alone.name, false, 'announced', false],
      [calledOff.name, false, 'called-off', false],
    ].sort(),
  )
  expect((await seen(second)).filter(([, , phase]) => phase === undefined)).toHaveLength(1)
  const elsewhere = { union: beside._id, round }
  expect(codeOf(await system.ask('demo-street', 'review', 'roundReviews', elsewhere))).toBe('NOT_FOUND')
})

test('the reviews of a round are one group, in the table of the union that announced it', async () => {
  const { upper, as, districts } = await area(system)
  const round = await announcedRound(system, as, upper._id)
  const groups = await Promise.all(
    districts.map(async (district) => {
      const [union] = await unionsBelow(system, district, 1)
      return union && groupOf({ round, year: 2026, kind: 'members' }, union, system.runtime.store)
    }),
  )
  expect(groups[0]).toMatchObject({ upper: upper._id, round })
  expect(groups[1]).toEqual(groups[0])
})

test('a clock that comes days late announces days that lie ahead', async () => {
  const { upper, as, districts } = await area(system)
  await unionsBelow(system, districts[0], 1)
  const round = await announcedRound(system, as, upper._id)
  const { days } = roundDays(system)
  onDay(8)
  await carriedOut(round)
  expect(await reviewsOf(round)).toMatchObject([{ cutoff: daysAfter(days.cutoff, 3), phase: 'announced' }])
})

test('keys are made ahead, as many as a round will take and two more', async () => {
  const { upper, as, districts } = await area(system)
  await unionsBelow(system, districts[1], 3)
  await stockKeys(system.runtime)
  const spare = () => system.runtime.store.count(reviewKeys, { index: 'byUse', equals: { review: undefined } })
  const before = await spare()
  const round = await announcedRound(system, as, upper._id)
  await carryRounds(system.runtime)
  for (let made = 1; made > 0;) made = await stockKeys(system.runtime)
  expect(await spare()).toBe(Math.max(before, 5))
  onDay(5)
  await carriedOut(round)
  expect(await spare()).toBe(Math.max(before, 5) - 3)
})

describe('300 unions', () => {
  const many = 300
  let round: ReviewRoundId
  let below: readonly UnionRecord[]
  beforeEach(async () => {
    const { upper, as, districts } = await area(system)
    below = [
      ...(await unionsBelow(system, districts[0], many / 2)),
      ...(await unionsBelow(system, districts[1], many / 2)),
    ]
    await stockOfCopies(system, many)
    round = await announcedRound(system, as, upper._id)
  }, 600_000)

  test('two clocks at once, and one that dies again and again, count and open each once', async () => {
    await Promise.all([carryRounds(dying(5)), carryRounds(system.runtime), carryRounds(system.runtime)])
    while ((await roundNow(round)).state === 'counting') await carryRounds(system.runtime)
    expect(await roundNow(round)).toMatchObject({ state: 'waiting', unions: many, levels: [] })
    onDay(5)
    await Promise.all([carriedOut(round, dying(50)), carriedOut(round), carriedOut(round)])
    const opened = await reviewsOf(round)
    expect(opened.map(({ union }) => union).sort()).toEqual(below.map(({ _id }) => _id).sort())
    expect(new Set(opened.map(({ keys }) => keys)).size).toBe(many)
    expect(opened.every(({ _id }) => !_id.endsWith(':2'))).toBe(true)
  }, 600_000)

  test('how far it is never holds more than a level of each step down', async () => {
    let deepest = 0
    while ((await roundNow(round)).state === 'counting') {
      await carryRounds(onlyOneStretch())
      deepest = Math.max(deepest, (await roundNow(round)).levels.length)
    }
    expect(deepest).toBeLessThanOrEqual(3)
    expect((await roundNow(round)).unions).toBe(many)
  }, 600_000)
})

const dying = (every: number) => dyingEvery(every, system.runtime)

/** Dies after its first note of how far it is. */
function onlyOneStretch(): Runtime {
  return dying(1)
}
