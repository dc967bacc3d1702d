import type { Route } from 'playwright-core'
import { withCheckDigit } from '../../local/demo/codes/person-numbers'
import { castScenes, castUnions } from '../../local/demo/personas'
import type { Phone } from './phone'
import { stage } from './stage'
import { givesDetails, tellsWhoTheyAre } from './ways'

jest.setTimeout(600_000)

const { origin, phoneOf, visitor } = stage('expected')

let people = 0
async function worker(): Promise<{ phone: Phone; who: { name: string; number: string; mobile: string } }> {
  people += 1
  const mobile = `1542077${String(people).padStart(4, '0')}`
  const number = withCheckDigit(`37020219880808${String(people).padStart(3, '0')}`)
  const path = `/pages/join/index?scene=${castScenes.factory}`
  const phone = await visitor(path, mobile)
  return { phone, who: { name: '郝网络', number, mobile } }
}

/** Up to the page where only 提交 is missing. */
async function toTheCheck(phone: Phone, who: { name: string; number: string; mobile: string }): Promise<void> {
  await phone.tap('join-choice-unit')
  await phone.tap('join-next')
  await tellsWhoTheyAre(phone, who)
  await givesDetails(phone)
  await phone.reads(castUnions.factory.name)
  await phone.tap('join-next')
  await phone.tap('join-agree')
  await phone.tap('join-next')
  await phone.reads('请核对一遍')
  await phone.tap('join-sensitive')
}

const submit = '**/api/membership/submit'

/** How many applications of this person wait at the factory. */
async function waiting(name: string): Promise<number> {
  const chair = await phoneOf('factory-chair', `/officer/inbox/index?union=${castUnions.factory.id}`)
  await chair.sees('inbox-select')
  await chair.page.waitForTimeout(500)
  const count = await chair.page.getByText(name).locator('visible=true').count()
  await chair.close()
  return count
}

describe('the network', () => {
  test('is gone in the middle of a page: what was typed is there, and goes on when it is back', async () => {
    const { phone, who } = await worker()
    await phone.tap('join-choice-unit')
    await phone.tap('join-next')
    await phone.page.context().setOffline(true)
    await tellsWhoTheyAre(phone, who)
    await givesDetails(phone)
    await phone.reads('网络好像断了')
    await phone.picture('network-offline')
    await phone.page.context().setOffline(false)
    await phone.tap('problem-retry')
    await phone.reads(castUnions.factory.name)
  })

  test('loses the answer to 提交, which is tapped again: one application', async () => {
    const { phone, who } = await worker()
    await toTheCheck(phone, who)
    let lost = 0
    await phone.page.route(submit, async (route: Route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    const before = await waiting('郝*络')
    await phone.tap('join-next')
    await phone.reads('没能送出去')
    await phone.picture('network-lost-answer')
    await phone.tap('join-next')
    await phone.reads('申请已送出')
    expect(lost).toBe(2)
    expect(await waiting('郝*络')).toBe(before + 1)
  })

  test('is slow: the button is busy and a second tap does nothing', async () => {
    const { phone, who } = await worker()
    await toTheCheck(phone, who)
    let sent = 0
    await phone.page.route(submit, async (route: Route) => {
      sent += 1
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue()
    })
    await phone.tap('join-next')
    await phone.page
      .locator('[id="join-next"]:visible')
      .first()
      .click({ force: true, timeout: 1_000 })
      .catch(() => undefined)
    await phone.reads('申请已送出')
    expect(sent).toBe(1)
  })

  test('never answers: after ten seconds the page says so, and nothing is lost', async () => {
    const { phone, who } = await worker()
    await toTheCheck(phone, who)
    let held = true
    await phone.page.route(submit, async (route: Route) => {
      if (!held) return route.continue()
      await new Promise((resolve) => setTimeout(resolve, 12_000))
      await route.abort().catch(() => undefined)
    })
    await phone.tap('join-next')
    await phone.reads('填的都还在')
    await phone.picture('network-slow')
    held = false
    await phone.tap('join-next')
    await phone.reads('申请已送出')
  })

  test('answers with a broken server: a sentence with a number to tell, and a way on', async () => {
    const { phone, who } = await worker()
    await toTheCheck(phone, who)
    let broken = true
    await phone.page.route(submit, (route: Route) =>
      broken
        ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
        : route.continue(),
    )
    await phone.tap('join-next')
    await phone.reads('没能送出去')
    await phone.picture('network-broken')
    broken = false
    await phone.tap('join-next')
    await phone.reads('申请已送出')
  })

  test('one person with two pages open: the second learns that it was sent', async () => {
    const { phone, who } = await worker()
    const kept = phone.page.waitForResponse(
      (response) =>
        response.url().endsWith('/saveDraft') && (response.request().postData() ?? '').includes('"step":"check"'),
    )
    await toTheCheck(phone, who)
    await kept
    const second = await phone.page.context().newPage()
    await second.goto(`${origin()}/#/pages/home/index`)
    await second.locator('[id="home-resume"]:visible').first().waitFor()
    await phone.tap('join-next')
    await phone.reads('申请已送出')
    await second.locator('[id="home-resume"]:visible').first().click()
    await second
      .getByText(/正在办|申请/)
      .locator('visible=true')
      .first()
      .waitFor()
    await second.close()
  })
})
