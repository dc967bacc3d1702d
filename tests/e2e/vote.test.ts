import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { electorId, electors, type ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { castUnions, type PersonaKey } from '../../local/demo/personas'
import { reviewIn } from '../reviews'
import { before, type Before } from './before-start'
import { looksInLargeType, pathOf } from './readable'
import { stage } from './stage'

jest.setTimeout(600_000)

let review: ReviewRecord
const { phoneOf, origin } = stage(
  'expected',
  before(async (world) => {
    review = await reviewIn(world, 'voting', { union: castUnions.factory.id })
    for (const openid of ['demo-factory-chair', 'demo-battery-chair']) await isElector(world, openid)
  }),
)

test('a member receives a token, votes as nobody, loses the network in between, and says more', async () => {
  const member = await phoneOf('factory-chair')
  await member.reads('2026 年会员评家')
  await member.picture('home-review')
  await member.tap('home-review')
  await member.tap('review-receive')
  expect(await member.errorInSight('review-agree')).toContain('打勾')
  await member.tap('review-why')
  await member.picture('review-receive')
  await looksInLargeType(await phoneOf('factory-chair'), pathOf(member), '领取选票凭证', 'review-receive')
  await member.tap('review-agree')
  await cut(member, '/api/review/receive')
  await member.tap('review-receive')
  await member.sees('review-problem')
  await mended(member)
  await member.tap('review-receive')

  await member.reads('您对工会这一年的工作')
  await member.picture('review-vote')
  await looksAtNothingChosen(member)
  await member.tap('review-cast')
  expect(await member.errorInSight('grade')).toContain('请选一个')
  await looksAtNothingChosen(member)
  expect(await member.page.locator('[id="confirm-yes"]:visible').count()).toBe(0)
  await member.tap('grade-mostly')
  await member.tap('grade-satisfied')
  await member.picture('review-vote-chosen')
  await member.tap('review-cast')
  await member.picture('review-vote-confirm')
  await cut(member, '/api/ballot/cast')
  await member.tap('confirm-yes')
  await member.sees('ballot-unanswered')
  await member.picture('ballot-unanswered')
  await mended(member)
  await member.tap('ballot-again')
  await member.sees('review-voted')
  await member.picture('review-voted')

  await member.tap('review-remark')
  await member.tap('remark-send')
  expect(await member.errorInSight('remark-comment')).toContain('请至少')
  await member.tap('score-chair-5')
  await member.tap('score-place-3')
  await member.type('remark-comment', '食堂的菜可以再热一点。')
  await member.picture('review-remark')
  await member.tap('remark-send')
  await member.sees('remark-taken')
  await member.tap('remark-back')
  await member.sees('review-remarked')
  await member.picture('review-said-more')
  await member.openAnew('/pages/review/mine/index')
  await member.reads('投票中')
  await member.picture('reviews-mine')
})

test('two members at one browser: the second one does not find the first one’s ballot, which waits for the first', async () => {
  const here = `/pages/review/vote/index?review=${review._id}`
  const browser = await phoneOf('battery-chair', here)
  await browser.tap('review-agree')
  await browser.tap('review-receive')
  await browser.reads('您对工会这一年的工作')
  await signedInAs(browser, 'factory-chair')
  await browser.openAnew(here)
  await browser.reads(/以您的名义领过凭证，不在这部手机上|领凭证要知道您是谁/)
  await signedInAs(browser, 'battery-chair')
  await browser.openAnew(here)
  await browser.tap('grade-dissatisfied')
  await browser.tap('review-cast')
  await browser.tap('confirm-yes')
  await browser.sees('review-voted')
})

type Phone = Awaited<ReturnType<typeof phoneOf>>

/** The call goes through, its answer never comes. */
async function cut({ page }: Phone, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    await route.fetch()
    await route.abort()
  })
}

/** Another member signs in, and the browser keeps what it has. */
async function signedInAs({ page }: Phone, persona: PersonaKey): Promise<void> {
  const answer = await fetch(`${origin()}/demo/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  const token = String(Reflect.get(Object(await answer.json()), 'token'))
  await page.addInitScript((kept) => localStorage.setItem('token', kept), token)
}

async function mended({ page }: Phone): Promise<void> {
  await page.unrouteAll({ behavior: 'wait' })
}

async function looksAtNothingChosen({ page }: Phone): Promise<void> {
  expect(await page.locator('[id^="grade-"][role="radio"]:visible').count()).toBe(3)
  expect(await page.locator('[id^="grade-"][aria-checked="true"]:visible').count()).toBe(0)
  expect(await page.locator('.choice-on:visible').count()).toBe(0)
}

async function isElector({ runtime }: Before, openid: string): Promise<void> {
  const account = await runtime.store.get(accounts, accountOf(openid, runtime))
  if (account?.person === undefined) throw new Error(`${openid} is no member`)
  const { person } = account
  const record = { _id: electorId(review._id, person), review: review._id, person, standing: 'elector' as const }
  await runtime.store.insert(electors, record)
}
