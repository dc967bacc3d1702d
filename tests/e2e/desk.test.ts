import { castPeople, castUnions } from '../../local/demo/personas'
import { stage } from './stage'
import type { Phone } from './phone'
import { readCode } from './read-code'

jest.setTimeout(600_000)
const { phoneOf, visitor, desk, origin } = stage()
const union = castUnions.factory.id

/** What the phone’s camera would read, and the number that stands beside it. */
async function shownAt(browser: Phone): Promise<{ readonly path: string; readonly number: string }> {
  await browser.sees('phone-code-number')
  const number = await browser.page.locator('#phone-code-number').innerText()
  const text = await browser.page.locator('#phone-code-link').innerText()
  const link = /https?:\S+/.exec(text)?.[0] ?? ''
  return { path: link.slice(`${origin()}/#`.length), number: number.trim() }
}

/** As by a link: the app starts anew, whatever was open. */
async function openAnew(phone: Phone, path: string): Promise<void> {
  await phone.page.goto(`${origin()}/demo/door`)
  await phone.open(path)
}

test('a chair signs a desk in by the phone, looks a whole number up with the phone’s consent, and signs out', async () => {
  const browser = await desk()
  await browser.picture('desk-sign-in')
  const { path, number } = await shownAt(browser)
  const chair = await phoneOf('factory-chair', path)
  await chair.reads('在电脑上登录您的账号？')
  await chair.picture('confirm-sign-in')
  await chair.tap(`confirm-${number}`)
  await chair.reads('已经同意')

  await browser.sees(`home-office-${union}`)
  await browser.picture('desk-home')
  await openAnew(browser, `/officer/roster/index?union=${union}`)
  await browser.tapText(castPeople.known.name)
  await browser.sees('reveal-number')
  await browser.tap('reveal-number')
  await browser.tap('reveal-show')
  await browser.reads('请写明用途')
  await browser.type('reveal-reason', '办理住院补贴')
  await browser.tap('reveal-show')
  const asked = await shownAt(browser)
  await browser.picture('desk-reveal')
  await openAnew(chair, asked.path)
  await chair.reads(/在电脑上查看郑\*山的完整证件号码/)
  await chair.tap(`confirm-${asked.number}`)
  await browser.sees('reveal-value')
  expect(await browser.page.locator('#reveal-value').innerText()).toBe(castPeople.known.number)

  await openAnew(chair, '/pages/mine/desks/index')
  await chair.reads(/自动退出/)
  await chair.picture('desks')
  await chair.page.locator('[id^="desk-"]').first().click()
  await chair.tap('confirm-yes')
  await chair.reads('没有登录着的电脑')
  await openAnew(browser, '/pages/home/index')
  await browser.page.waitForURL(/\/demo/)
})

test('a wrong number lets nobody in', async () => {
  const browser = await desk()
  const { path, number } = await shownAt(browser)
  const phone = await phoneOf('factory-chair', path)
  await phone.reads('电脑上显示的是哪个数字？')
  const wrong = phone.page
    .locator('[id^="confirm-"]:visible')
    .filter({ hasText: /^\d+$/ })
    .filter({ hasNotText: number })
  await wrong.first().click()
  await phone.reads('数字不对，没有通过')
  await browser.sees('sign-in-refused')
  await browser.picture('desk-refused')
})

test('an upper union appoints a clerk, who takes the office on the phone that is named', async () => {
  const street = await phoneOf('street', `/officer/officers/index?union=${union}`)
  await street.reads('位干部在任')
  await street.picture('officers')
  await street.tap('officers-appoint')
  await street.tap('appoint-give')
  await street.picture('appoint-errors')
  await street.tap('appoint-role-clerk')
  await street.type('appoint-name', '林小满')
  await street.type('appoint-mobile', '15420990001')
  await street.pickFirst('appoint-until')
  await street.tap('appoint-give')
  await street.sees('appoint-qr')
  await street.picture('appoint-code')
  const link = /https?:\S+/.exec(await street.page.locator('#appoint-link').innerText())?.[0] ?? ''

  const clerk = await visitor(link.slice(`${origin()}/#`.length), '15420990001')
  await clerk.reads('请您担任专管员')
  await clerk.picture('office-offered')
  await clerk.tap('office-verify')
  await clerk.tap('office-take')
  await clerk.reads('已经到任')
  await clerk.tap('office-workbench')
  await clerk.sees('workbench-roster')
  await clerk.picture('workbench-clerk')

  await street.tap('appoint-done')
  await street.reads('专管员 林小满')
  await openAnew(street, `/officer/officers/index?union=${castUnions.street.id}`)
  await street.reads('下级工会')
  await street.picture('officers-below')
})

test('a member is bound in person: one officer shows the code, the person takes it, a second one confirms', async () => {
  const chair = await phoneOf('factory-chair', `/officer/roster/index?union=${union}`)
  await chair.tapText(castPeople.onFile.name)
  await chair.tap('member-bind')
  await chair.sees('binding-qr')
  await chair.picture('binding-code')
  await chair.page.waitForTimeout(500)
  const scanned = (await readCode(chair)) ?? ''
  const member = await visitor(scanned.slice(`${origin()}/#`.length))
  await member.reads(/您是高\*兰吗/)
  await member.picture('binding-take')
  await member.tap('binding-take')
  await member.reads('等另一位工会干部确认')

  await openAnew(chair, `/officer/bindings/index?union=${union}`)
  await chair.reads('要由另一位干部确认')
  const street = await phoneOf('street', `/officer/bindings/index?union=${union}`)
  await street.reads(castPeople.onFile.name)
  await street.picture('bindings')
  await street.page.locator('[id^="binding-yes-"]').first().click()
  await street.tap('confirm-yes')
  await street.reads('没有待确认的绑定')
  await openAnew(member, '/pages/home/index')
  await member.reads('您是青岛澜屿海洋装备有限公司工会的会员')
})

test('somebody who is a member already finds their own record by the phone on file', async () => {
  const member = await visitor('/pages/mine/bind/index', castPeople.workshop.mobile)
  await member.tap('bind-verify')
  await member.type('bind-name', castPeople.workshop.name)
  await member.type('bind-number', '37020219791125')
  await member.tap('bind-send')
  await member.picture('bind-error')
  await member.type('bind-number', castPeople.workshop.number)
  await member.tap('bind-send')
  await member.reads('没能自动认出您')
  await member.picture('bind-not-here')
})

test('a member reads what is stored, asks for a correction, exports; the chair corrects', async () => {
  const member = await phoneOf('known', '/pages/mine/bind/index')
  await member.tap('bind-verify')
  await member.type('bind-name', castPeople.known.name)
  await member.type('bind-number', castPeople.known.number)
  await member.picture('bind')
  await member.tap('bind-send')
  await member.reads('找到了')
  await openAnew(member, '/pages/mine/stored/index')
  await member.reads('我的资料')
  await member.reads(castPeople.known.name)
  await member.picture('my-data')
  await member.tap('data-trail')
  await member.reads('您把会员身份绑定到了微信')
  await member.picture('my-trail')

  await openAnew(member, '/pages/mine/correct/index')
  await member.tap('correct-field-education')
  await member.tap('correct-send')
  await member.picture('correct')
  await member.pickNth('correct-should', 4)
  await member.tap('correct-send')
  await member.reads('已经送出')

  const chair = await phoneOf('factory-chair', `/officer/requests/index?union=${union}`)
  await chair.reads('请求更正学历')
  await chair.picture('requests')
  await chair.page.locator('[id^="request-done-"]').first().click()
  await chair.reads('没有待办的请求')
  await openAnew(member, '/pages/mine/stored/index')
  await member.reads('办好了')

  await openAnew(member, '/pages/mine/export/index')
  await member.tap('export-load')
  await member.reads(castPeople.known.number)
  await member.picture('my-export')
})

test('a chair publishes a phone number with a consent of its own, and takes it back', async () => {
  const chair = await phoneOf('newform-chair', `/officer/display/index?union=${castUnions.newForm.id}`)
  await chair.tap('display-wish-contact')
  await chair.type('display-phone', '0532-12345678')
  await chair.tap('display-save')
  await chair.reads('请勾选同意')
  await chair.picture('display')
  await chair.tap('display-agree')
  await chair.tap('display-save')
  await chair.reads('已经保存')
  const anybody = await visitor(`/pages/union/index?union=${castUnions.newForm.id}`)
  await anybody.reads('0532-12345678')
  await anybody.picture('union-page')
  await chair.tap('display-wish-nothing')
  await chair.tap('display-save')
  await chair.reads('已经保存')
  await openAnew(anybody, `/pages/union/index?union=${castUnions.newForm.id}`)
  await anybody.reads('工会干部')
  await anybody.readsNoMore('0532-12345678')
})
