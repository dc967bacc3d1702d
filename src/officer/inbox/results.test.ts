import { ApplicationId } from '../../../shared/core/ids'
import { refusedOnes, summaryOf, type BatchResult } from './results'

const ok = (id: string): BatchResult => ({
  ok: true,
  application: ApplicationId.parse(id),
  maskedName: '王*明',
  memberNumber: '370200000001',
})
const no = (id: string): BatchResult => ({
  ok: false,
  application: ApplicationId.parse(id),
  code: 'ALREADY_MEMBER',
  message: '此人已经有会籍',
})

describe('what a batch came to', () => {
  test.each([
    [[ok('a'), ok('b')], '已同意 2 人入会', []],
    [[ok('a'), no('b')], '已同意 1 人，1 人没办成，原因见下', ['b']],
    [[no('a')], '1 人没办成，原因见下', ['a']],
  ])('%#', (results, summary, refused) => {
    expect(summaryOf(results)).toBe(summary)
    expect(refusedOnes(results)).toEqual(refused)
  })
})
