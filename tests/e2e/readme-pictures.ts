import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import { launchBrowser } from './browser'
import { openPhone, type Phone } from './phone'
import { startServer } from './server'
import { agreesAndSends, givesDetails, tellsWhoTheyAre } from './ways'

const pictures = join(__dirname, '..', '..', 'docs', 'pictures')

/** `npm run pictures`: a picture of each main page for the READMEs, taken on the demo world as its people see it. */
async function main(): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const server = await startServer(folder)
  const browser = await launchBrowser()
  try {
    await asRider(browser, server.origin)
    await asMember(browser, server.origin)
    await asChair(browser, server.origin)
    await atDesk(browser, server.origin)
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function asRider(browser: Browser, origin: string): Promise<void> {
  const rider = await openPhone(browser, { origin, persona: 'rider' })
  await rider.reads('您还没有加入工会')
  await take(rider, 'home')
  await rider.open(`/pages/join/index?scene=${castScenes.newForm}`)
  await rider.tap('join-choice-platform')
  await take(rider, 'join-question')
  await rider.tap('join-next')
  await rider.tap('join-no-station')
  await rider.tap('join-choice-delivery')
  await rider.tap('join-next')
  await tellsWhoTheyAre(rider, castPeople.rider)
  await givesDetails(rider)
  await rider.reads(castUnions.newForm.name)
  await take(rider, 'join-route')
  await agreesAndSends(rider)
  await rider.reads('申请已送出')
  await rider.open('/pages/progress/index')
  await rider.reads(castUnions.newForm.name)
  await take(rider, 'progress')
  await rider.close()
}

async function asMember(browser: Browser, origin: string): Promise<void> {
  const member = await openPhone(browser, { origin, persona: 'member', path: '/pages/card/show/index' })
  await member.tap('card-activate')
  await member.sees('card-code')
  await take(member, 'card')
  await member.open('/pages/home/index')
  await member.tap('home-review')
  await member.tap('review-agree')
  await member.tap('review-receive')
  await member.tap('grade-satisfied')
  await take(member, 'review-vote')
  await member.close()
}

async function asChair(browser: Browser, origin: string): Promise<void> {
  const union = castUnions.factory.id
  const chair = await openPhone(browser, {
    origin,
    persona: 'factory-chair',
    path: `/officer/workbench/index?union=${union}`,
  })
  await chair.sees('workbench-inbox')
  await take(chair, 'workbench')
  await chair.tap('workbench-inbox')
  await chair.sees('inbox-select')
  await take(chair, 'inbox')
  await chair.page.locator('[id^="inbox-row-"]:visible').first().click()
  await chair.sees('application-approve')
  await take(chair, 'application')
  await chair.open(`/officer/invite/index?union=${union}`)
  await chair.sees('invite-poster')
  await take(chair, 'invite')
  await chair.open(`/officer/home/standards/index?union=${union}`)
  await chair.sees('standing-ENT')
  await take(chair, 'standards')
  await chair.close()
}

async function atDesk(browser: Browser, origin: string): Promise<void> {
  const path = `/officer/inbox/index?union=${castUnions.factory.id}`
  const chair = await openPhone(browser, { origin, persona: 'factory-chair', path, width: 1280, height: 800 })
  await chair.page.locator('[id^="inbox-row-"]:visible').first().click()
  await chair.sees('application-approve')
  await take(chair, 'inbox-desk')
  await chair.close()
  const city = await openPhone(browser, {
    origin,
    persona: 'city',
    path: `/figures/statistics/index?union=${castUnions.qingdao.id}`,
    width: 1280,
    height: 800,
  })
  await city.sees('tile-members')
  await take(city, 'figures-desk')
  await city.close()
}

/** What can be seen without scrolling, once the page stands still. */
async function take({ page }: Phone, name: string): Promise<void> {
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
