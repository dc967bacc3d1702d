import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { electorId, electors, reviews, type ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { closedReview, counted, upperUnion } from '../../cloudfunctions/clock/reviews/publish/publish.fixture'
import { publishReviews } from '../../cloudfunctions/clock/reviews/publish/publish-reviews'
import { listed } from '../../cloudfunctions/review/review.fixture'
import { castPeople, castUnions } from '../../local/demo/personas'
import { daysAfter } from '../../shared/core/calendar'
import type { ReviewId, UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { chinaDay, isoTime } from '../../shared/core/time'
import type { Grades } from '../../shared/review/kinds'
import { moveTo, reviewIn } from '../reviews'
import { granted } from '../system'
import { before, type Before } from './before-start'
import { inOfficeAs } from './in-office'
import { looksInLargeType, outOfSight, pathOf } from './readable'
import { stage } from './stage'
import { goesToTheTask, goesToWork } from './ways'

jest.setTimeout(600_000)

const { factory, battery, newForm } = castUnions
const desk = { width: 1280, height: 900 }
const dayMs = 24 * 60 * 60 * 1000

let ofFactory: ReviewId
let voting: ReviewRecord
let closed: ReviewRecord
let upper: UnionId
let largest: UnionId
const { phoneOf } = stage(
  'expected',
  before(async (world) => {
    await isBoundTo(world, 'demo-known', castPeople.known.name)
    ofFactory = await announcedAndListed(world)
    await inOfficeAs(world, 'rider', 'clerk', battery.id)
    await inOfficeAs(world, 'workshop', 'examiner', battery.id)
    voting = await reviewIn(world, 'voting', { union: battery.id })
    await membersAreElectors(world, voting)
    closed = await reviewIn(world, 'closed', { union: battery.id })
    await threeTookPapers(world, closed)
    await aStreetPublished(world)
  }),
)

test('a chair announces a review with the days as proposed, sees them explained, and calls it off', async () => {
  const chair = await phoneOf('newform-chair')
  await goesToWork(chair, newForm.id)
  await chair.tap('workbench-reviews')
  await chair.sees('reviews-announce')
  await chair.picture('reviews-none')
  await chair.tap('reviews-announce')
  await chair.sees('announce-send')
  await chair.picture('reviews-announce')
  await chair.pickNth('announce-votingOn', 1)
  await chair.tap('announce-send')
  expect(await chair.errorInSight('announce-lastDay')).toContain('不能早于')
  await chair.picture('reviews-announce-error')
  await chair.pickNth('announce-lastDay', 1)
  await chair.tap('announce-send')
  await chair.sees('confirm-yes')
  await chair.picture('reviews-announce-confirm')
  await chair.tap('confirm-yes')
  await chair.sees('reviews-not-listed')
  await chair.picture('reviews-announced')
  await chair.tap('call-off-open')
  await chair.tap('call-off-send')
  expect(await chair.errorInSight('call-off-reason')).toContain('理由')
  await chair.type('call-off-reason', '投票的日子写错了')
  await chair.picture('reviews-call-off')
  await chair.tap('call-off-send')
  await chair.tap('confirm-yes')
  await chair.reads('撤销：投票的日子写错了')
  await chair.sees('reviews-announce')
  await chair.picture('reviews-called-off')
})

test('a member objects to the list; the chair, who sees who is on it and why, settles it', async () => {
  const member = await phoneOf('known', `/pages/review/vote/index?review=${ofFactory}`)
  await member.tap('review-object')
  await member.tap('object-send')
  expect(await member.errorInSight('object')).toContain('请选一项')
  await member.tap('object-other')
  await member.tap('object-send')
  expect(await member.errorInSight('object-name')).toContain('请写姓名')
  await member.picture('review-object-errors')
  await looksInLargeType(await phoneOf('known'), pathOf(member), '您说的是谁？', 'review-object')
  await member.type('object-name', castPeople.onFile.name)
  await member.type('object-sentence', '她上个月已经退休了。')
  await member.tap('object-send')
  await member.reads('收到了')
  await member.picture('review-object-done')

  const chair = await phoneOf('factory-chair')
  await goesToWork(chair, factory.id)
  await chair.picture('workbench-reviews')
  await chair.tap('workbench-reviews')
  await chair.sees('reviews-counts')
  await chair.sees('reviews-objections')
  await chair.picture('reviews-running')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(chair), '应投', 'reviews-running')
  await chair.tap('reviews-electors')
  await chair.type('electors-search', castPeople.onFile.name)
  await chair.reads('有表决权')
  await chair.picture('electors-found')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(chair), '看哪些人', 'electors')
  const wide = await phoneOf('factory-chair', pathOf(chair), desk)
  await wide.reads('有表决权')
  await wide.picture('electors-desk')
  expect(await outOfSight(wide)).toEqual([])

  await chair.openAnew(`/officer/workbench/index?union=${factory.id}`)
  await goesToTheTask(chair, '对选民名单有异议')
  await chair.sees('list-objection-send')
  await chair.tap('list-objection-send')
  expect(await chair.errorInSight('list-objection')).toContain('请选一项')
  await chair.tap('list-objection-change')
  await chair.type('list-objection-reason', '查过花名册，已经退休')
  await chair.tap('list-objection-send')
  expect(await chair.errorInSight('list-objection-search')).toContain('请先查找')
  await chair.tap('list-objection-find')
  await chair.tapText(`删去${castPeople.onFile.name}`)
  await chair.picture('list-objection')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(chair), '怎么定？', 'list-objection')
  const beside = await phoneOf('factory-chair', pathOf(chair), desk)
  await beside.reads('怎么定？')
  await beside.picture('list-objection-desk')
  await chair.tap('list-objection-send')
  await chair.reads(`名单删去了${castPeople.onFile.name}`)
  await chair.picture('list-objection-done')
})

test('in the venue an elector is found, ticked once, and counted as one who took a paper', async () => {
  const teller = await phoneOf('rider')
  await goesToWork(teller, battery.id)
  await teller.tap('workbench-venue')
  await teller.reads('评家')
  await teller.openAnew(`/officer/venue/index?union=${battery.id}&review=${voting._id}`)
  await teller.type('venue-search', '没有这个人')
  await teller.tap('venue-find')
  await teller.sees('venue-nobody')
  await teller.picture('venue-nobody')
  await teller.type('venue-search', castPeople.batteryChair.name)
  await teller.tap('venue-find')
  await teller.reads('可以领')
  await teller.picture('venue-found')
  await looksInLargeType(await phoneOf('rider'), pathOf(teller), '来的是谁', 'venue')
  await teller.tapText(castPeople.batteryChair.name)
  await teller.sees('confirm-yes')
  await teller.picture('venue-confirm')
  await teller.tap('confirm-yes')
  await teller.sees('venue-ticked')
  await teller.reads('1 人领了纸质选票')
  await teller.picture('venue-ticked')
  const wide = await phoneOf('rider', `/officer/ballot-papers/index?union=${battery.id}&review=${voting._id}`, desk)
  await wide.reads('您对工会这一年的工作')
  await wide.picture('ballot-papers-desk')
  await wide.page.emulateMedia({ media: 'print' })
  await wide.picture('ballot-papers-print')
})

test('two tellers count apart: they differ, count anew, and agree', async () => {
  const path = `/officer/paper-count/index?union=${battery.id}&review=${closed._id}`
  const [one, other] = [await phoneOf('rider', path), await phoneOf('workshop', path)]
  await one.sees('paper-count-send')
  await one.tap('paper-count-send')
  expect(await one.errorInSight('paper-count-satisfied')).toContain('没有的请填 0')
  await one.picture('paper-count-errors')
  await enters(one, [4, 0, 0, 0])
  await one.reads('比登记领票的 3 人还多')
  await one.picture('paper-count-too-many')
  await enters(one, [2, 0, 1, 0])
  await one.sees('paper-count-waiting')
  await one.picture('paper-count-waiting')
  await looksInLargeType(await phoneOf('workshop'), path, '打开票箱', 'paper-count')
  await enters(other, [2, 1, 0, 0])
  await other.sees('paper-count-differs')
  await other.picture('paper-count-differs')
  await one.tap('paper-count-look')
  await one.sees('paper-count-differs')
  await enters(one, [2, 0, 0, 1])
  await one.sees('paper-count-waiting')
  await enters(other, [2, 0, 0, 1])
  await other.reads('纸质票计好了')
  await other.picture('paper-count-agreed')
})

test('the union above sees how far each union is and what was published, and goes down to a result', async () => {
  const street = await phoneOf('street', `/officer/reviews-below/index?union=${upper}&year=2026`)
  await street.sees('below-published')
  await street.picture('reviews-below')
  await looksInLargeType(await phoneOf('street'), pathOf(street), '哪一年', 'reviews-below')
  const wide = await phoneOf('street', pathOf(street), desk)
  await wide.sees('below-published')
  await wide.picture('reviews-below-desk')
  expect(await outOfSight(wide)).toEqual([])
  await wide.tap(`below-${largest}`)
  await wide.sees('result-remarks')
  await wide.reads('第 1 条意见')
  await wide.picture('officer-result-desk')
  await street.tap(`below-${largest}`)
  await street.sees('result-figures')
  await street.picture('officer-result')
  await looksInLargeType(await phoneOf('street'), pathOf(street), '满意率', 'officer-result')
})

type Phone = Awaited<ReturnType<typeof phoneOf>>

async function enters(phone: Phone, [satisfied, mostly, dissatisfied, invalid]: readonly number[]): Promise<void> {
  await phone.type('paper-count-satisfied', String(satisfied))
  await phone.type('paper-count-mostly', String(mostly))
  await phone.type('paper-count-dissatisfied', String(dissatisfied))
  await phone.type('paper-count-invalid', String(invalid))
  await phone.tap('paper-count-send')
}

async function isBoundTo({ ask, runtime }: Before, openid: string, search: string): Promise<void> {
  const { rows } = granted(await ask('demo-factory-chair', 'membership', 'roster', { union: factory.id, search }))
  const person = rows[0]?.person
  if (person === undefined) throw new Error(`${search} is no member`)
  const _id = accountOf(openid, runtime)
  await runtime.store.transact(async (tx) => {
    const account = await tx.get(accounts, _id)
    await tx.put(accounts, { ...account, _id, person, createdAt: account?.createdAt ?? runtime.now() })
    return succeed(undefined)
  })
}

/** Announced ten days ago, its list taken; receiving has begun, voting begins in three days. */
async function announcedAndListed(world: Before): Promise<ReviewId> {
  const now = world.runtime.now()
  world.travel(isoTime(Date.parse(now) - 10 * dayMs))
  const on = (days: number) => daysAfter(chinaDay(now), days)
  const days = { cutoff: on(-10), receivingOn: on(-8), votingOn: on(3), lastDay: on(9) }
  const input = { union: factory.id, kind: 'members', days }
  const { review } = granted(await world.ask('demo-factory-chair', 'review', 'announceReview', input))
  await listed(world, review)
  world.travel(now)
  const record = await world.runtime.store.get(reviews, review)
  if (record === undefined) throw new Error('the review is not there')
  const { due: _, ...rest } = record
  await moveTo(world, rest, 'receiving')
  return review
}

async function membersAreElectors({ runtime }: Before, { _id: review, union }: ReviewRecord): Promise<void> {
  const query = { index: 'byUnion', equals: { union, state: 'active' }, limit: 100 } as const
  for (const { _id: person } of (await runtime.store.find(memberships, query)).documents)
    await runtime.store.insert(electors, { _id: electorId(review, person), review, person, standing: 'elector' })
}

async function threeTookPapers({ runtime }: Before, { _id: review, union }: ReviewRecord): Promise<void> {
  const query = { index: 'byUnion', equals: { union, state: 'active' }, limit: 3 } as const
  const { documents } = await runtime.store.find(memberships, query)
  expect(documents).toHaveLength(3)
  for (const { _id: person } of documents) {
    const elector = { _id: electorId(review, person), review, person, standing: 'elector', channel: 'paper' } as const
    await runtime.store.insert(electors, elector)
  }
}

/** Four unions of a street: one above its standard, one below, two too small to be told alone. */
async function aStreetPublished(world: Before): Promise<void> {
  const street = await upperUnion(world)
  upper = street.upper._id
  const past = isoTime(Date.parse('2026-11-17T00:00:00.000Z'))
  const all: readonly Grades[] = [
    { satisfied: 131, mostly: 7, dissatisfied: 2 },
    { satisfied: 60, mostly: 20, dissatisfied: 10 },
    { satisfied: 12, mostly: 3, dissatisfied: 1 },
    { satisfied: 8, mostly: 0, dissatisfied: 0 },
  ]
  for (const [at, grades] of all.entries()) {
    const { review, union } = await closedReview(world, street.upper, undefined, past)
    await counted(world, review, union, grades, at === 0 ? remarks : [])
    if (at === 0) largest = union._id
  }
  await publishReviews(world.runtime)
}

const remarks = Array.from({ length: 24 }, (_, at) => `第 ${at + 1} 条意见：希望工会多组织一些活动。`)
