import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { castPeople, castUnions } from '../../local/demo/personas'
import { launchBrowser } from './browser'
import { openPhone, type Phone } from './phone'
import { startServer, type RunningServer } from './server'
import { agreesAndSends, givesDetails, tellsWhoTheyAre, welderJoins } from './ways'

jest.setTimeout(180_000)

const folder = mkdtempSync(join(tmpdir(), 'e2e-join-'))
let server: RunningServer
let browser: Browser
const phones: Phone[] = []

beforeAll(async () => {
  server = await startServer(folder)
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const phone of phones.splice(0)) {
    expect(phone.faults).toEqual([])
    await phone.close()
  }
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

async function phoneOf(persona: string, path?: string): Promise<Phone> {
  const phone = await openPhone(browser, { origin: server.origin, persona, ...(path === undefined ? {} : { path }) })
  phones.push(phone)
  return phone
}

describe('from the poster to membership', () => {
  test('a rider scans the street’s poster, learns where and why, sends; the chair approves; the rider is a member', async () => {
    const rider = await phoneOf('rider')
    await rider.reads('您还没有加入工会')
    await rider.picture('home-newcomer')
    await rider.open('/pages/join/index?scene=zhongshanlu-newform')
    await rider.reads('谁给您发工资？')
    await rider.tap('join-choice-platform')
    await rider.picture('join-question')
    await rider.tap('join-next')
    await rider.tap('join-no-station')
    await rider.picture('join-industry')
    await rider.tap('join-choice-delivery')
    await rider.tap('join-next')
    await tellsWhoTheyAre(rider, castPeople.rider)
    await rider.picture('join-details')
    await givesDetails(rider)
    await rider.reads(castUnions.newForm.name)
    await rider.picture('join-route')
    await rider.tap('join-next')
    await rider.picture('join-letter')
    await rider.tap('join-agree')
    await rider.tap('join-next')
    await rider.reads('请核对一遍')
    await rider.picture('join-check')
    await rider.tap('join-sensitive')
    await rider.tap('join-next')
    await rider.reads(/已提交|送到了/)
    await rider.picture('join-sent')

    const chair = await phoneOf('newform-chair')
    await chair.tap(`home-office-${castUnions.newForm.id}`)
    await chair.picture('workbench')
    await chair.tap('workbench-inbox')
    await chair.picture('inbox')
    await chair.page.getByText('陈*路').locator('visible=true').first().click()
    await chair.reads('陈小路')
    await chair.picture('application')
    await chair.tap('application-approve')
    await chair.picture('application-approve')
    await chair.tap('application-approve-confirm')
    await chair.readsNoMore('陈小路')

    await rider.open('/pages/progress/index')
    await rider.reads('委员会同意')
    await rider.picture('progress-approved')
    await rider.open('/pages/home/index')
    await rider.reads(`您是${castUnions.newForm.name}的会员`)
    await rider.picture('home-member')
  })
})
