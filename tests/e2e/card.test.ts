import { castPeople, castUnions } from '../../local/demo/personas'
import { agreesAndSends, findsThemselves, givesDetails, tellsWhoTheyAre } from './ways'
import { readCode } from './read-code'
import { stage } from './stage'

jest.setTimeout(600_000)
const { phoneOf, visitor } = stage()
const { factory } = castUnions
const { known, workshop } = castPeople

test('who finds their membership activates the card in the same step, shows it without a network, and takes it to another phone', async () => {
  const member = await phoneOf('known', '/pages/mine/bind/index')
  await member.tap('bind-verify')
  await findsThemselves(member, known)
  await member.reads('找到了')
  await member.tap('bind-activate')
  await member.sees('card-face')
  await member.reads(factory.name)
  await member.reads(/秒后更换/)
  await member.picture('card')

  const first = await readCode(member)
  expect(first).toMatch(/^GH1:/)
  await member.page.context().setOffline(true)
  await member.page.waitForTimeout(31_000)
  const second = await readCode(member)
  expect(second).toMatch(/^GH1:/)
  expect(second).not.toBe(first)
  await member.page.context().setOffline(false)

  const other = await phoneOf('known', '/pages/card/show/index')
  await other.reads('卡在另一部手机上')
  await other.picture('card-elsewhere')
  await other.tap('card-activate')
  await other.sees('card-face')
  await member.openAnew('/pages/card/show/index')
  await member.reads('卡在另一部手机上')

  await other.tap('card-drop')
  await other.picture('card-drop')
  await other.tap('confirm-yes')
  await other.reads('激活会员卡')
  await other.openAnew('/pages/home/index')
  await other.reads('激活会员卡，没有网络也能出示')
  await other.picture('card-home')
})

test('a welder is asked at the moment of approval, and has the card with one tap', async () => {
  const welder = await phoneOf('workshop', '/pages/join/index?scene=lanyu-factory')
  await welder.tap('join-choice-unit')
  await welder.tap('join-next')
  await tellsWhoTheyAre(welder, workshop)
  await givesDetails(welder)
  await welder.reads(factory.name)
  await agreesAndSends(welder)
  await welder.reads('申请已送出')

  const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${factory.id}`)
  await chair.tapText('王*平')
  await chair.tap('application-approve')
  await chair.tap('application-approve-confirm')
  await chair.readsNoMore(workshop.name)
  const workbench = `/officer/workbench/index?union=${factory.id}`
  await chair.openAnew(workbench)
  await chair.sees('workbench-activation')
  await chair.reads('已激活')
  await chair.picture('workbench-activation')
  await chair.openAnew('/pages/home/index')
  await chair.tap('home-large-type')
  await chair.openAnew(workbench)
  await chair.sees('workbench-activation')
  await chair.picture('workbench-activation-large')
  const desk = await phoneOf('factory-chair', workbench, { width: 1280, height: 900 })
  await desk.sees('workbench-activation')
  await desk.picture('workbench-activation-desk')
  await welder.openAnew('/pages/home/index')
  await welder.tap('home-card')
  await welder.reads('激活会员卡')
  await welder.picture('card-inactive')
  await welder.tap('card-activate')
  await welder.sees('card-face')
})

test('somebody without a membership is told how to get one', async () => {
  const nobody = await visitor('/pages/card/show/index')
  await nobody.reads('还没有会员卡')
  await nobody.picture('card-none')
  await nobody.tap('card-bind')
  await nobody.reads('先用微信验证手机号')
})

test('the card stands on a narrow phone and in large type', async () => {
  const small = await phoneOf('known', '/pages/home/index', { width: 320, height: 640 })
  await small.tap('home-large-type')
  await small.tap('home-card')
  await small.tap('card-activate')
  await small.sees('card-face')
  await small.picture('card-320-large')
  const wide = await small.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
  expect(await readCode(small)).toMatch(/^GH1:/)
})
