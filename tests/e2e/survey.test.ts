import { castUnions } from '../../local/demo/personas'
import type { ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { slipText } from '../../shared/review/survey-code'
import { reviewIn, slipOf } from '../reviews'
import { before } from './before-start'
import type { Phone } from './phone'
import { readCode } from './read-code'
import { looksInLargeType, outOfSight, pathOf } from './readable'
import { stage } from './stage'
import { goesToWork } from './ways'

jest.setTimeout(600_000)

const desk = { width: 1280, height: 900 }
const { newForm, factory } = castUnions
const lateSlip = '0000-0000-0000-0000-1'

let survey: ReviewRecord
let code: string
const { phoneOf, visitor } = stage(
  'expected',
  before(async (world) => {
    survey = await reviewIn(world, 'voting', { kind: 'staff', form: 'electronic', union: factory.id })
    code = (await slipOf(world, survey)).code
  }),
)

test('a union announces a survey of its staff, prints slips once, takes one back and loses a batch on the way', async () => {
  const chair = await phoneOf('newform-chair', undefined, desk)
  await goesToWork(chair, newForm.id)
  await chair.tap('workbench-reviews')
  await chair.tap('reviews-staff')
  await chair.sees('announce-send')
  await chair.picture('survey-announce-desk')
  await chair.tap('announce-send')
  await chair.tap('confirm-yes')
  await chair.tap('reviews-survey')
  await chair.tap('survey-make')
  expect(await chair.errorInSight('survey-many')).toContain('1 到')
  await chair.type('survey-many', '50')
  await cutOnce(chair, '/api/review/makeSurveyCodes')
  await chair.tap('survey-make')
  await chair.reads('没有做完')
  await chair.picture('survey-broken-desk')
  await chair.page.unrouteAll({ behavior: 'wait' })
  await chair.tap('survey-make')
  await chair.reads('50 张纸条，只在这一页上')
  await chair.picture('slips-desk')
  expect(await outOfSight(chair)).toEqual([])
  const first = await chair.page.locator('.slip-code').first().innerText()
  expect(decodeURIComponent((await readCode(chair)) ?? '')).toContain(`/pages/review/slip/index?code=${first}@`)
  expect(new Set(await chair.page.locator('.slip-code').allInnerTexts()).size).toBe(50)
  await chair.page.emulateMedia({ media: 'print' })
  await chair.picture('slips-print')
  await chair.page.emulateMedia({ media: 'screen' })

  await chair.tap('screen-back')
  await chair.tap('reviews-survey')
  await chair.sees('survey-held')
  await chair.picture('survey-held-desk')
  await chair.tap('survey-print-again')
  await chair.tap('slips-done')
  await chair.tap('confirm-yes')
  await chair.reads('发出去的纸条 50 张')
  await chair.tap('cancel-one')
  expect(await chair.errorInSight('cancel-code')).toContain('对不上')
  await chair.type('cancel-code', first.toLowerCase())
  await chair.tap('cancel-one')
  await chair.reads('作废了 1 张')
  await chair.reads('发出去的纸条 49 张')
  await chair.picture('survey-desk')
  const narrow = await phoneOf('newform-chair', pathOf(chair))
  await narrow.sees('survey-many')
  await narrow.picture('survey')
  await looksInLargeType(await phoneOf('newform-chair'), pathOf(chair), '做纸条', 'survey')
  await chair.tap('survey-notice')
  await chair.sees('wall-notice-code')
  await chair.picture('survey-notice-desk')
})

test('a worker whom nobody knows comes in by a slip, mistypes, loses the network, and votes', async () => {
  const path = `/pages/review/slip/index?code=${encodeURIComponent(slipText(survey._id))}`
  const worker = await visitor(path)
  await worker.sees('slip-code')
  await worker.tap('slip-receive')
  expect(await worker.errorInSight('slip-code')).toContain('对不上')
  await worker.picture('slip-errors')
  await worker.type('slip-code', `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await worker.tap('slip-receive')
  expect(await worker.errorInSight('slip-code')).toContain('对不上')
  await worker.openAnew(`/pages/review/slip/index?code=${encodeURIComponent(slipText(survey._id, code))}`)
  await worker.tap('slip-agree')
  await worker.picture('slip-receive')
  await looksInLargeType(await visitor(), pathOf(worker), '纸条上的调查码', 'slip')
  await cutOnce(worker, '/api/review/receiveByCode')
  await worker.tap('slip-receive')
  await worker.sees('review-problem')
  await worker.page.unrouteAll({ behavior: 'wait' })
  await worker.tap('slip-receive')
  await worker.tap('grade-satisfied')
  await worker.tap('review-cast')
  await worker.tap('confirm-yes')
  await worker.sees('review-voted')
  await worker.reads('再扫一次纸条')
  await worker.picture('slip-voted')
  const other = await visitor(pathOf(worker))
  await other.tap('slip-agree')
  await other.tap('slip-receive')
  await other.reads('已经在一部手机上用过')
  await other.picture('slip-used')
})

test('whoever has no slip, or scanned something else, is told what to do', async () => {
  const worker = await visitor('/pages/review/slip/index')
  await worker.tap('slip-scan')
  await worker.sees('slip-said')
  await worker.picture('slip-none')
  const lost = await visitor(`/pages/review/slip/index?code=${encodeURIComponent(`${lateSlip}@2026:staff:nowhere`)}`)
  await lost.sees('slip-scan')
})

/** The call goes through, its answer never comes. */
async function cutOnce({ page }: Phone, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    await route.fetch()
    await route.abort()
  })
}
