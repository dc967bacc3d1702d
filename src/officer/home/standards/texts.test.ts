import { IsoDate } from '../../../../shared/core/time'
import type { AssessmentState } from '../../../../shared/home/standards/assessment'
import { callThatWaits, sendByText } from './texts'

const called = { by: '八大湖街道总工会', until: IsoDate.parse('2026-12-15') }
const of = (day: string, assessment?: { year: number; state: AssessmentState }) =>
  callThatWaits({ called, on: IsoDate.parse(day), year: 2026, assessment })

test('a call is told through its last day, which counts', () => {
  expect([of('2026-11-20'), of('2026-12-15'), of('2026-12-16')]).toEqual([called, called, undefined])
  expect(sendByText(called.until)).toBe('请最晚 2026 年 12 月 15 日报送。')
})

test.each<[AssessmentState, boolean]>([
  ['open', true],
  ['returned', true],
  ['withdrawn', true],
  ['sent', false],
  ['decided', false],
  ['final', false],
])('with an assessment that is %s it is told: %s', (state, told) => {
  expect(of('2026-11-20', { year: 2026, state })).toEqual(told ? called : undefined)
})

test('what was sent for the year before answers no call of this one', () => {
  expect(of('2026-11-20', { year: 2025, state: 'decided' })).toBe(called)
})
