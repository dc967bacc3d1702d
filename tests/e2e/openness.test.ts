import { castUnions } from '../../local/demo/personas'
import { accounts, activity, heldToday, published, signedUpFor } from '../faults/of-openness'
import { joinedMember } from '../faults/of-rounds'
import { somebody } from '../forms'
import { before } from './before-start'
import { stage } from './stage'

jest.setTimeout(600_000)

const union = castUnions.factory.id
let party = ''
let today = ''

/** Accounts for members, an activity in a week that one has signed up for, and one of today’s. */
const prepare = before(async (system) => {
  await joinedMember(system, somebody(), 'demo-workshop')
  await published(system, accounts)
  await published(system, activity(system, 30))
  party = (await signedUpFor(system)).publication
  today = (await heldToday(system)).publication
})

const { phoneOf, visitor } = stage('none', prepare)

test('a stranger sees what is for everybody; the officer writes, previews and publishes', async () => {
  const stranger = await visitor(`/pages/news/list/index?union=${union}`)
  await stranger.reads('趣味运动会')
  await stranger.picture('news-list')

  const chair = await phoneOf('factory-chair', `/officer/publications/index?union=${union}`)
  await chair.reads('2026 年经费收支情况')
  await chair.picture('publications')
  await chair.tap('publications-write')
  await chair.reads('公开什么？')
  await chair.picture('publication-kind')
  await chair.tap('publication-next')
  await chair.reads('请选一种')
  await chair.tap('publication-kind-notice')
  await chair.tap('publication-next')
  await chair.type('publication-title', '春节值班安排')
  await chair.type('publication-text', '二月十五日到二十一日，值班电话照常有人接。')
  await chair.picture('publication-words')
  await chair.tap('publication-next')
  await chair.sees('publication-picture')
  await chair.tap('publication-next')
  await chair.tap('publication-audience-everybody')
  await chair.tap('publication-next')
  await chair.reads('会员看到的就是这样')
  await chair.picture('publication-check')
  await chair.tap('publication-send')
  await chair.sees('publication-withdraw')

  await stranger.openAnew(`/pages/news/list/index?union=${union}`)
  await stranger.tapText('春节值班安排')
  await stranger.reads('值班电话照常有人接')
  await stranger.picture('news-notice')

  await chair.tap('publication-withdraw')
  await chair.type('publication-reason', '日期有误，更正后再发')
  await chair.tap('publication-withdraw-ask')
  await chair.tap('confirm-yes')
  await stranger.openAnew(`/pages/news/list/index?union=${union}`)
  await stranger.reads('趣味运动会')
  expect(await stranger.page.getByText('春节值班安排').count()).toBe(0)
})

test('an activity: what a member reads, who signed up, who came', async () => {
  const member = await phoneOf('workshop', `/pages/news/one/index?publication=${party}`)
  await member.reads('还剩 4 个')
  await member.picture('news-activity')
  await member.tap('news-sign-up')
  await member.reads('还剩 3 个')
  await member.tap('news-give-back')
  await member.tap('confirm-yes')
  await member.reads('我要报名')

  const chair = await phoneOf('factory-chair', `/officer/publication/index?union=${union}&publication=${party}`)
  await chair.reads('报名和参加人数')
  await chair.picture('publication-written')

  const list = await phoneOf('factory-chair', `/officer/sign-ups/index?union=${union}&publication=${today}`)
  await list.reads('一共来了多少人？')
  await list.picture('sign-ups')
  await list.tap('sign-ups-count')
  await list.reads('已经登记')
})
