import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { daysAfter } from '../../../shared/core/calendar'
import type { ReviewId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { commitment, draw, seedOf } from '../../../shared/review/sample'
import { dyingEvery } from '../../../tests/faults/dying'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { electorId, electors, reviews } from '../../_kernel/records/reviews'
import { sampled } from '../../_kernel/records/review-samples'
import { auditEntries } from '../../_kernel/records/upkeep'
import { accountMark } from '../../_kernel/review/account-mark'
import type { Runtime } from '../../_kernel/runtime'
import { area, unionsBelow } from '../../clock/reviews/rounds/rounds.fixture'
import { stepReviews } from '../../clock/reviews/step'
import { newMember } from '../../membership/events/events.fixture'

const start = Date.parse('2026-11-18T02:00:00.000Z')
const numbers = '03 07 12 18 25 31 09'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const onDay = (day: number) => system.travel(isoTime(start + day * 86_400_000))
async function clockOn(day: number, runtime: Runtime = system.runtime): Promise<void> {
  onDay(day)
  await stepReviews(runtime)
}

/** A sample of ten announced in an area: 24 members in six unions, and one who joins with an account. */
async function sampling(size = 10) {
  const { upper, as, districts } = await area(system)
  const [one] = await unionsBelow(system, districts[0], 3, { members: 4 })
  await unionsBelow(system, districts[1], 3, { members: 4 })
  if (one === undefined) throw new Error('there is no union')
  const bound = system.newcomer()
  const member = await newMember(system, { union: one._id, as: bound })
  const on = (days: number) => daysAfter(chinaDay(system.runtime.now()), days)
  const days = { cutoff: on(0), receivingOn: on(5), votingOn: on(9), lastDay: on(15) }
  const input = { union: upper._id, size, lottery: '双色球 2026140 期', drawnOn: on(3), days }
  const { review } = granted(await system.ask(as, 'review', 'announceSample', input))
  const { as: other } = await inOffice(system, upper._id, 'organiser')
  const { as: scrutineer } = await inOffice(system, upper._id, 'scrutineer')
  const of = { union: upper._id, review }
  return {
    upper,
    as,
    review,
    one,
    bound,
    member,
    input,
    type: (who: 'chair' | 'organiser', typed: string) =>
      system.ask(who === 'chair' ? as : other, 'review', 'enterSampleValue', { ...of, numbers: typed }),
    standing: async () => granted(await system.ask(as, 'review', 'sampleStanding', of)),
    file: async () => granted(await system.ask(scrutineer, 'review', 'sampleFile', of)),
  }
}

const drawnIn = async (review: ReviewId) =>
  (
    await system.runtime.store.find(electors, { index: 'byStanding', equals: { review, standing: 'elector' } })
  ).documents.map(({ person }) => person)
const recordOf = (review: ReviewId) => system.runtime.store.get(reviews, review)

test('the lottery comes after the commitment and before anybody receives', async () => {
  const { upper, as, input } = await sampling()
  const { days } = input
  for (const drawnOn of [daysAfter(days.cutoff, 1), days.receivingOn]) {
    const answer = await system.ask(as, 'review', 'announceSample', { ...input, drawnOn })
    expect(codeOf(answer)).toBe('REVIEW_PERIODS_INVALID')
  }
  const plain = { union: upper._id, kind: 'sample', days }
  expect(codeOf(await system.ask(as, 'review', 'announceReview', plain))).toBe('BAD_INPUT')
})

test('a population is committed to, two officers type the numbers, and a scrutineer draws the same people again', async () => {
  const { upper, review, as, one, bound, member, type, standing, file } = await sampling()
  expect(codeOf(await type('chair', numbers))).toBe('REVIEW_NOT_YET')
  expect((await file()).rows).toEqual([])
  await clockOn(1)
  const committed = await standing()
  expect(committed).toMatchObject({ state: 'committed', population: 25, mine: false })
  expect(codeOf(await type('chair', numbers))).toBe('REVIEW_NOT_YET')

  onDay(3)
  expect(codeOf(await type('chair', '红球三个'))).toBe('SAMPLE_NUMBERS')
  expect(granted(await type('chair', '03 07 12 18 25 31 08')).state).toBe('one')
  expect((await standing()).value).toBeUndefined()
  expect(JSON.stringify(await standing())).not.toContain('03 07')
  expect(granted(await type('organiser', numbers)).state).toBe('differs')
  expect(granted(await type('chair', '03-07-12-18-25-31-09')).state).toBe('agreed')
  expect(codeOf(await type('organiser', numbers))).toBe('REVIEW_TOO_LATE')
  await stepReviews(system.runtime)
  expect(await recordOf(review)).toMatchObject({ phase: 'announced', electors: 10 })

  const { rows, commitment: published = '', value = '', size } = await file()
  const pseudonyms = rows.map(({ pseudonym }) => fromBase64url(pseudonym) ?? new Uint8Array())
  expect(toBase64url(commitment(pseudonyms))).toBe(published)
  const again = draw(pseudonyms, size, seedOf(commitment(pseudonyms), value))?.map(toBase64url)
  expect(rows.filter(({ drawn }) => drawn).map(({ pseudonym }) => pseudonym)).toEqual([...(again ?? [])].sort())
  expect(await drawnIn(review)).toHaveLength(10)

  const entries = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: review } })
  expect(entries.documents.map(({ action }) => action).sort()).toEqual([
    'review.announce',
    'review.sample.commit',
    'review.sample.draw',
    ...Array<string>(3).fill('review.sample.value'),
  ])
  expect(entries.documents.find(({ action }) => action === 'review.sample.commit')?.digest).toBe(published)

  const { as: chairBelow } = await inOffice(system, one._id, 'chair')
  const list = { union: one._id, review, show: 'electors' }
  expect(codeOf(await system.ask(chairBelow, 'review', 'electorList', list))).toBe('NOT_FOUND')
  const above = { ...list, union: upper._id }
  expect(codeOf(await system.ask(chairBelow, 'review', 'electorList', above))).toBe('NOT_ALLOWED')
  for (const show of ['electors', 'everybody', 'no-account'])
    expect(codeOf(await system.ask(as, 'review', 'electorList', { ...above, show }))).toBe('NOT_FOUND')
  expect(
    granted(await system.ask(as, 'review', 'electorCounts', { union: upper._id, review })).received,
  ).toBeUndefined()
  expect(granted(await system.ask(chairBelow, 'review', 'reviews', { union: one._id })).reviews).toEqual([])
  const mine = granted(await system.ask(bound, 'review', 'myReviews', {})).reviews.map((row) => row.review)
  expect(mine).toEqual((await drawnIn(review)).includes(member) ? [review] : [])
  const objection = { about: 'self', sentence: '为什么没有抽到我' }
  expect(codeOf(await system.ask(bound, 'review', 'objectToList', { review, objection }))).toBe('NOT_FOUND')
  expect(codeOf(await system.ask(as, 'review', 'sampleFile', { union: upper._id, review }))).toBe('NOT_ALLOWED')
  await clockOn(5)
  expect(await recordOf(review)).toMatchObject({ phase: 'receiving' })
})

test('a population that was not committed to before the day of the lottery cannot be used', async () => {
  const { type } = await sampling()
  await clockOn(3)
  expect(codeOf(await type('chair', numbers))).toBe('SAMPLE_LATE')
})

test('where fewer are there than are to be drawn, all of them are, each with the account that they had then', async () => {
  const { review, type, bound, member } = await sampling(500)
  await clockOn(1)
  onDay(3)
  await type('chair', numbers)
  await type('organiser', numbers)
  await stepReviews(system.runtime)
  expect(await recordOf(review)).toMatchObject({ electors: 25 })
  const mark = accountMark(review, accountOf(bound, system.runtime), system.runtime.indexer)
  const listed = await system.runtime.store.get(electors, electorId(review, member))
  expect(listed?.account).toBe(mark)
})

test('several clocks at once, one of them dying again and again, take and draw everybody once', async () => {
  const { review, type, standing } = await sampling()
  onDay(1)
  await Promise.all([1, 2].map(() => stepReviews(dying())).concat(stepReviews(system.runtime)))
  await stepReviews(system.runtime)
  expect(await standing()).toMatchObject({ state: 'committed', population: 25 })
  expect(await system.runtime.store.count(sampled, { index: 'byReview', equals: { review } })).toBe(25)
  onDay(3)
  await type('chair', numbers)
  await type('organiser', numbers)
  await Promise.all([1, 2].map(() => stepReviews(dying())).concat(stepReviews(system.runtime)))
  await stepReviews(system.runtime)
  expect(new Set(await drawnIn(review)).size).toBe(10)
  expect(await recordOf(review)).toMatchObject({ electors: 10 })
  const entries = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: review } })
  const said = entries.documents.map(({ action }) => action)
  expect(said.filter((action) => action.startsWith('review.sample.commit'))).toHaveLength(1)
  expect(said.filter((action) => action === 'review.sample.draw')).toHaveLength(1)
})

/** Killed after every second write. */
const dying = () => dyingEvery(2, system.runtime)

test('whoever moved within the area, or rests, since the cut-off day is in the population of that day', async () => {
  const { review, one, member } = await sampling()
  const { store } = system.runtime
  const rests = await newMember(system, { union: one._id })
  const [other] = (
    await store.find(unions, { index: 'byParent', equals: { parent: one.parent }, limit: 5 })
  ).documents.filter(({ _id }) => _id !== one._id)
  if (other === undefined) throw new Error('there is one union')
  onDay(1)
  const at = system.runtime.now()
  const today = chinaDay(at)
  await store.transact(async (tx) => {
    const [moves, retires] = [await tx.get(memberships, member), await tx.get(memberships, rests)]
    if (moves === undefined || retires === undefined) throw new Error('two members are needed')
    await tx.put(memberships, { ...moves, union: other._id, since: today, changedOn: today })
    await tx.put(memberships, { ...retires, state: 'retained', changedOn: today })
    const event = { at, on: today, by: 'clock' as const }
    const moved = { ...event, _id: 'moved-since', person: member, kind: 'moved' as const, fromUnion: one._id }
    await tx.put(membershipEvents, { ...moved, union: other._id, unionName: other.name })
    const retained = { ...event, _id: 'retained-since', person: rests, kind: 'retained' as const }
    await tx.put(membershipEvents, { ...retained, union: one._id, unionName: one.name })
  })
  await stepReviews(system.runtime)
  const all = (await store.find(sampled, { index: 'byReview', equals: { review }, limit: 100 })).documents
  expect(all.filter(({ person }) => person === member || person === rests)).toHaveLength(2)
})
