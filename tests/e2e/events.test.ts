import { castPeople, castUnions, castUnits } from '../../local/demo/personas'
import { stage } from './stage'

const { phoneOf } = stage()
jest.setTimeout(180_000)

const street = castUnions.street.id

test('the street founds a union at a unit, sees whom that moves, and confirms once for everybody', async () => {
  const phone = await phoneOf('street', `/officer/found/index?union=${street}`)
  await phone.picture('found-kind')
  await phone.tap('found-kind-alone')
  await phone.tap('found-next')
  await phone.type('found-unit', '栈桥里面馆')
  await phone.tap(`found-unit-${castUnits.restaurant.id}`)
  await phone.reads('建会以后，会涉及')
  await phone.picture('found-unit')
  await phone.tap('found-next')
  await phone.tap('found-next')
  await phone.picture('found-what-errors')
  await phone.tap('found-type-enterprise')
  await phone.pickFirst('found-day')
  await phone.type('found-reason', '职工要求建会，已经开过职工大会')
  await phone.tap('found-next')
  for (const paper of ['report', 'reply']) await photograph(phone, `paper-${paper}`)
  await phone.picture('found-papers')
  await phone.tap('found-next')
  await phone.reads('请核对一遍')
  await phone.picture('found-check')
  await phone.tap('found-send')
  await phone.reads('机构变动')
  await phone.reads('影响多少人')
  await phone.picture('event-founded')
})

test('a union below is dissolved with its papers; its people are shown before they are told', async () => {
  const phone = await phoneOf('street', `/officer/ending/index?union=${street}`)
  await phone.reads('不得随意撤销')
  const below = phone.page.locator('[id="ending-union"]').first()
  await below.waitFor()
  await phone.pickNth('ending-union', 3)
  await phone.reads('要安排好的')
  await phone.tap('ending-how-goes-on')
  await phone.tap('ending-send')
  await phone.picture('ending-errors')
  await phone.type('ending-reason', '企业搬走，职工不再在本街道')
  for (const paper of ['resolution', 'reply']) await photograph(phone, `paper-${paper}`)
  await phone.tap('ending-send')
  await phone.reads('不能恢复')
  await phone.picture('ending-confirm')
  await phone.tap('confirm-yes')
  await phone.reads('等您确认')
  await phone.picture('event-dissolved')
  await phone.tap('event-confirm')
  await phone.reads('逐个通知本人')
  await phone.tap('confirm-yes')
  await phone.reads('正在通知会员')
  await phone.picture('event-confirmed')
})

test('a chair takes leave with a colleague to act, comes back, and proposes a successor', async () => {
  const chair = await phoneOf('factory-chair', `/officer/officers/index?union=${castUnions.factory.id}`)
  await chair.reads('我的职务：主席')
  await chair.picture('own-office')
  await chair.tap('own-hand-over')
  await chair.type('successor-name', castPeople.known.name)
  await chair.type('successor-mobile', '15420871234')
  await chair.picture('own-hand-over')
  await chair.tap('successor-send')
  await chair.reads('我的职务：主席')
  await chair.tap('own-leave')
  await chair.picture('own-leave')

  const above = await phoneOf('street', `/officer/officers/index?union=${castUnions.factory.id}`)
  await above.page.locator('[id^="officer-union"]').first().click()
  await above.reads('本人提出由')
  await above.picture('officer-successor')
  await above.tap('officer-replace')
  await above.reads('新人到任的那一刻')
  await above.picture('appoint-successor')
})

test('a member without any event is told so, and where to go on', async () => {
  const member = await phoneOf('known', '/pages/mine/event/index')
  await member.reads('没有和您有关的工会变动')
  await member.picture('my-event-empty')
})

/** A paper from the computer, as a small picture of a page. */
async function photograph(phone: Awaited<ReturnType<typeof phoneOf>>, id: string): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(id)
  await (await chooser).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: onePixel })
  await phone.page.locator(`[id="${id}"]`, { hasText: '重拍' }).first().waitFor()
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
