import { castUnions } from '../../local/demo/personas'
import type { ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { slipText } from '../../shared/review/survey-code'
import { reviewIn, slipOf } from '../reviews'
import { before } from './before-start'
import { inOfficeAs } from './in-office'
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
    await inOfficeAs(world, 'rider', 'clerk', newForm.id)
  }),
)

test('a union announces a survey of its staff; a teller prints slips once, takes one back and loses a batch on the way', async () => {
  const chair = await phoneOf('newform-chair', undefined, desk)
  await goesToWork(chair, newForm.id)
  await chair.tap('workbench-reviews')
  await chair.tap('reviews-staff')
  await chair.sees('announce-send')
  await chair.picture('survey-announce-desk')
  await chair.type('announce-staff', '')
  await chair.tap('announce-send')
  expect(await chair.errorInSight('announce-staff')).toContain('职工人数')
  await chair.type('announce-staff', '60')
  await chair.tap('announce-send')
  await chair.tap('confirm-yes')
  await chair.tap('reviews-survey')
  await chair.sees('survey-by-tellers')
  await chair.picture('survey-chair-desk')

  const teller = await phoneOf('rider', undefined, desk)
  await goesToWork(teller, newForm.id)
  await teller.tap('workbench-venue')
  await teller.tap('venue-survey')
  await teller.tap('survey-make')
  expect(await teller.errorInSight('survey-many')).toContain('1 到')
  await teller.type('survey-many', '50')
  await cutOnce(teller, '/api/review/makeSurveyCodes')
  await teller.tap('survey-make')
  await teller.reads('没有做完')
  await teller.picture('survey-broken-desk')
  await teller.page.unrouteAll({ behavior: 'wait' })
  await teller.tap('survey-make')
  await teller.reads('50 张纸条，只在这一页上')
  await teller.picture('slips-desk')
  expect(await outOfSight(teller)).toEqual([])
  const first = await teller.page.locator('.slip-code').first().innerText()
  expect(decodeURIComponent((await readCode(teller)) ?? '')).toContain(`/pages/review/slip/index?code=${first}@`)
  expect(new Set(await teller.page.locator('.slip-code').allInnerTexts()).size).toBe(50)
  await teller.page.emulateMedia({ media: 'print' })
  await teller.picture('slips-print')
  await teller.page.emulateMedia({ media: 'screen' })

  await teller.tap('screen-back')
  await teller.tap('venue-survey')
  await teller.sees('survey-held')
  await teller.picture('survey-held-desk')
  await teller.tap('survey-print-again')
  await teller.tap('slips-done')
  await teller.tap('confirm-yes')
  await teller.reads('发出去的纸条 50 张')
  await teller.tap('cancel-one')
  expect(await teller.errorInSight('cancel-code')).toContain('对不上')
  await teller.type('cancel-code', first.toLowerCase())
  await teller.tap('cancel-one')
  await teller.reads('作废了 1 张')
  await teller.reads('发出去的纸条 49 张')
  await teller.picture('survey-desk')
  const narrow = await phoneOf('rider', pathOf(teller))
  await narrow.sees('survey-many')
  await narrow.picture('survey')
  await looksInLargeType(await phoneOf('rider'), pathOf(teller), '做纸条', 'survey')
  await teller.tap('survey-notice')
  await teller.sees('wall-notice-code')
  await teller.picture('survey-notice-desk')
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
