import { castUnions } from '../../local/demo/personas'
import { looksInLargeType, outOfSight, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const { phoneOf } = stage('expected')
const { street, factory } = castUnions
const desk = { width: 1280, height: 900 }

test('a street announces the year’s round; a union below is offered its days and joins; the street sees who has not opened', async () => {
  const chair = await phoneOf('street')
  await goesToWork(chair, street.id)
  await chair.tap('workbench-reviews')
  await chair.sees('reviews-rounds')
  await chair.picture('reviews-leads')
  await chair.tap('reviews-rounds')
  await chair.sees('round-announce')
  await chair.picture('rounds-none')
  await chair.tap('round-announce')
  await chair.sees('round-send')
  await chair.picture('round-announce')
  await looksInLargeType(await phoneOf('street'), pathOf(chair), '发起评家活动', 'rounds-none')
  await chair.pickNth('round-cutoff', 1)
  await chair.tap('round-send')
  expect(await chair.errorInSight('round-receivingOn')).toContain('最早是截止日后第 2 天')
  await chair.picture('round-error')
  await chair.pickNth('round-cutoff', -1)
  await chair.tap('round-send')
  await chair.tap('confirm-yes')
  await chair.reads('会员评家活动')
  await chair.picture('rounds')

  const below = await phoneOf('factory-chair')
  await goesToWork(below, factory.id)
  await below.tap('workbench-reviews')
  await below.tap('reviews-announce')
  await below.sees('announce-joins')
  await below.picture('announce-joins')
  await below.tap('announce-send')
  await below.tap('confirm-yes')
  await below.sees('reviews-not-listed')

  await chair.tapText('会员评家活动')
  await chair.sees('round-card')
  await chair.sees(`round-${factory.id}`)
  await chair.picture('round-progress')
  await looksInLargeType(await phoneOf('street'), pathOf(chair), '发了公告的工会', 'round-progress')
  const wide = await phoneOf('street', pathOf(chair), desk)
  await wide.sees(`round-${factory.id}`)
  await wide.picture('round-progress-desk')
  expect(await outOfSight(wide)).toEqual([])
  await chair.tap('round-show-not-opened')
  await chair.reads('还没有发公告，到日子系统代发')
  expect(await chair.page.locator(`[id="round-${factory.id}"]:visible`).count()).toBe(0)
  await chair.tap('round-results')
  await chair.sees('below-progress')
})
