import { casts } from '../../cloudfunctions/_kernel/records/casts'
import { countReviews } from '../../cloudfunctions/clock/reviews/count/count-reviews'
import { publishReviews } from '../../cloudfunctions/clock/reviews/publish/publish-reviews'
import { afterTheEnd, putPhase } from '../../cloudfunctions/review/counting.fixture'
import { plainUnion } from '../../cloudfunctions/review/review.fixture'
import { reviewIn, slipOf } from '../reviews'
import { isoTime } from '../../shared/core/time'
import { slipText } from '../../shared/review/survey-code'
import { miniStage } from './mini-stage'

const { openPhone, system } = miniStage()
jest.setTimeout(600_000)

test('a worker scans a slip with WeChat’s camera, receives as nobody, and votes', async () => {
  const survey = await reviewIn(system(), 'voting', { kind: 'staff', form: 'electronic' })
  const { code } = await slipOf(system(), survey)
  const link = `https://home.example.cn/m/slip?code=${encodeURIComponent(slipText(survey._id, code))}`
  const worker = openPhone(system().newcomer())
  await worker.open(`/pages/review/slip/index?q=${encodeURIComponent(link)}`)
  expect(await worker.valueOf('slip-code')).toBe(code)
  await worker.tap('slip-agree')
  await worker.tap('slip-receive')
  await worker.tap('grade-mostly')
  await worker.tap('review-cast')
  await worker.tap('confirm-yes')
  await worker.find('review-voted')
  expect(worker.asked.filter((each) => !each.startsWith('session.'))).toEqual(
    expect.arrayContaining(['review.receiveByCode', 'ballot.cast']),
  )
  expect(worker.asked).not.toContain('review.receive')
})

test('two slips on one phone: each gets its vote, and finds its own again', async () => {
  const survey = await reviewIn(system(), 'voting', { kind: 'staff', form: 'electronic' })
  const slips = [await slipOf(system(), survey), await slipOf(system(), survey)]
  const worker = openPhone(system().newcomer())
  const here = (code?: string) => `/pages/review/slip/index?code=${encodeURIComponent(slipText(survey._id, code))}`
  for (const { code } of slips) {
    await worker.open(here(code))
    expect(await worker.valueOf('slip-code')).toBe(code)
    await worker.tap('slip-agree')
    await worker.tap('slip-receive')
    await worker.tap('grade-satisfied')
    await worker.tap('review-cast')
    await worker.tap('confirm-yes')
    await worker.find('review-voted')
  }
  const query = { index: 'byReview', equals: { review: survey.digest, envelope: 'ballot' } } as const
  expect(await system().runtime.ballots.count(casts, query)).toBe(2)

  const [first] = slips
  await worker.open(here(first?.code))
  await worker.tap('review-remark')
  await worker.tap('score-chair-5')
  await worker.tap('remark-send')
  await worker.find('remark-taken')
  // The notice on the wall names no slip: whoever’s is typed is found.
  await worker.open(here())
  await worker.type('slip-code', first?.code.toLowerCase() ?? '')
  await worker.tap('slip-agree')
  await worker.tap('slip-receive')
  await worker.find('review-remarked')
})

test('after the close every slip finds its own ballot, also by the notice on the wall', async () => {
  const union = await plainUnion(system())
  const survey = await reviewIn(system(), 'voting', { kind: 'staff', form: 'electronic', union })
  const [one, other] = [await slipOf(system(), survey), await slipOf(system(), survey)]
  const worker = openPhone(system().newcomer())
  const here = (code?: string) => `/pages/review/slip/index?code=${encodeURIComponent(slipText(survey._id, code))}`
  await worker.open(here(one.code))
  await worker.tap('slip-agree')
  await worker.tap('slip-receive')
  await worker.tap('grade-satisfied')
  await worker.tap('review-cast')
  await worker.tap('confirm-yes')
  await worker.find('review-voted')
  await putPhase(system(), survey._id, 'closed')
  await afterTheEnd(system(), survey._id)
  await countReviews(system().runtime)
  // Others of its group are not counted; they are not awaited for ever.
  system().travel(isoTime(Date.parse(survey.votingUntil) + 32 * 86_400_000))
  await publishReviews(system().runtime)
  await worker.open(here(one.code))
  await worker.find('result-counted')
  await worker.open(here(other.code))
  await worker.find('slip-elsewhere')
  await worker.open(here())
  await worker.tap('slip-look')
  await worker.reads('对不上')
  await worker.type('slip-code', one.code)
  await worker.tap('slip-look')
  await worker.find('result-counted')
})

test('inside the mini-program a slip is scanned too, and a code of something else is told from one', async () => {
  const survey = await reviewIn(system(), 'receiving', { kind: 'staff', form: 'electronic' })
  const { code } = await slipOf(system(), survey)
  const camera = { reads: 'https://example.cn/menu' }
  const worker = openPhone(system().newcomer(), { camera: () => camera.reads })
  await worker.open('/pages/review/slip/index')
  await worker.tap('slip-scan')
  await worker.reads('这不是调查的纸条')
  camera.reads = `https://home.example.cn/m/slip?code=${encodeURIComponent(slipText(survey._id, code))}`
  await worker.tap('slip-scan')
  await worker.find('slip-code')
  expect(await worker.valueOf('slip-code')).toBe(code)
})
