import { reviewIn, slipOf } from '../reviews'
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
