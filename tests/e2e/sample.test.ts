import { castUnions } from '../../local/demo/personas'
import { reviews } from '../../cloudfunctions/_kernel/records/reviews'
import { stepReviews } from '../../cloudfunctions/clock/reviews/step'
import { spareSet } from '../../cloudfunctions/review/review.fixture'
import { daysAfter } from '../../shared/core/calendar'
import type { ReviewId } from '../../shared/core/ids'
import { chinaDay, isoTime } from '../../shared/core/time'
import { granted } from '../system'
import { before, type Before } from './before-start'
import { inOfficeAs } from './in-office'
import { looksInLargeType, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const { street } = castUnions
const dayMs = 24 * 60 * 60 * 1000
const numbers = '03 07 12 18 25 31 09'

let committed: ReviewId
const { phoneOf } = stage(
  'expected',
  before(async (world) => {
    await inOfficeAs(world, 'rider', 'organiser', street.id)
    await inOfficeAs(world, 'workshop', 'scrutineer', street.id)
    committed = await committedSample(world)
  }),
)

test('a street announces a sample and the lottery that draws it', async () => {
  const chair = await phoneOf('newform-chair')
  await goesToWork(chair, castUnions.newForm.id)
  await chair.tap('workbench-reviews')
  await chair.sees('reviews-staff')
  expect(await chair.page.locator('[id="reviews-sample-new"]:visible').count()).toBe(0)
  const upper = await phoneOf('street', `/officer/review-sample/index?union=${street.id}`)
  await upper.sees('sample-send')
  await upper.tap('sample-send')
  expect(await upper.errorInSight('sample-size')).toContain('1 到')
  await upper.type('sample-size', '20')
  await upper.type('sample-lottery', '双色球 2026150 期')
  await upper.pickNth('sample-drawnOn', 9)
  await upper.tap('sample-send')
  expect(await upper.errorInSight('sample-drawnOn')).toContain('要在开始领凭证以前')
  await upper.picture('sample-announce-error')
  await looksInLargeType(await phoneOf('street'), pathOf(upper), '抽多少人', 'sample-announce')
  await upper.pickNth('sample-drawnOn', -9)
  await upper.pickNth('sample-votingOn', 1)
  await upper.pickNth('sample-lastDay', 1)
  await upper.tap('sample-send')
  await upper.tap('confirm-yes')
  await upper.sees('reviews-sample')
  await upper.picture('reviews-samples')
})

test('two officers type the numbers apart, and a scrutineer draws the same people again', async () => {
  const path = `/officer/review-sample/index?union=${street.id}&review=${committed}`
  const [one, other] = [await phoneOf('street', path), await phoneOf('rider', path)]
  await one.sees('numbers')
  await one.picture('sample-numbers')
  await looksInLargeType(await phoneOf('street'), path, '录入开奖号码', 'sample-numbers')
  await one.tap('numbers-send')
  expect(await one.errorInSight('numbers')).toContain('空格隔开')
  await one.type('numbers', numbers)
  await one.tap('numbers-send')
  await one.sees('numbers-waiting')
  await one.picture('sample-waiting')
  await other.type('numbers', '03 07 12 18 25 31 10')
  await other.tap('numbers-send')
  await other.reads('和另一位干部录入的不一样')
  await other.picture('sample-differs')
  await other.tap('numbers-again')
  await other.type('numbers', numbers)
  await other.tap('numbers-send')
  await other.reads('系统照号码抽')
  await other.reads(numbers)
  await other.picture('sample-agreed')

  const scrutineer = await phoneOf('workshop', undefined, { width: 1280, height: 900 })
  await goesToWork(scrutineer, street.id)
  await scrutineer.tap('workbench-scrutiny')
  await scrutineer.tap(`redraw-${committed}`)
  await scrutineer.sees('redraw')
  await drawnByTheClock(scrutineer)
  const download = scrutineer.page.waitForEvent('download')
  await scrutineer.tap('redraw')
  expect((await download).suggestedFilename()).toBe('review-sample.json')
  await scrutineer.reads('抽到的和系统的一模一样')
  await scrutineer.picture('sample-redraw-desk')
})

type Phone = Awaited<ReturnType<typeof phoneOf>>

/** The server’s clock looks at reviews every minute or so. */
async function drawnByTheClock(phone: Phone): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    await phone.openAnew(`/officer/review-sample/index?union=${street.id}&review=${committed}`)
    await phone.sees('redraw')
    if ((await phone.page.locator('.step-done', { hasText: '抽出' }).count()) > 0) return
    await phone.page.waitForTimeout(3_000)
  }
  throw new Error('the clock did not draw')
}

/** Announced six days ago, the population committed to five days ago; the lottery was drawn yesterday. */
async function committedSample(world: Before): Promise<ReviewId> {
  const now = world.runtime.now()
  world.travel(isoTime(Date.parse(now) - 6 * dayMs))
  const on = (days: number) => daysAfter(chinaDay(now), days)
  const days = { cutoff: on(-6), receivingOn: on(3), votingOn: on(9), lastDay: on(15) }
  const input = { union: street.id, size: 10, lottery: '双色球 2026140 期', drawnOn: on(-1), days }
  await spareSet(world)
  const { review } = granted(await world.ask('demo-street', 'review', 'announceSample', input))
  world.travel(isoTime(Date.parse(now) - 5 * dayMs))
  for (let tries = 0; tries < 20; tries++) await stepReviews(world.runtime)
  world.travel(now)
  expect((await world.runtime.store.get(reviews, review))?.phase).toBe('announced')
  return review
}
