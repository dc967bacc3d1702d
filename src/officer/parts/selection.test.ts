import { ApplicationId, Revision } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import type { InboxRow } from '../../../shared/contract/membership-views'
import { filtered, filterOptions } from './filters'
import { chosenRows, clearOnes, mostAtOnce, nothingSelected, startSelecting, toggled } from './selection'

const row = (id: string, change: Partial<InboxRow> = {}): InboxRow => ({
  application: ApplicationId.parse(id),
  revision: Revision.parse(1),
  maskedName: '王*明',
  category: '在职职工',
  place: '某厂',
  submittedAt: IsoTime.parse('2026-11-18T02:00:00.000Z'),
  dueOn: IsoDate.parse('2026-12-09'),
  workingDaysLeft: 9,
  identityClear: true,
  duplicate: 'none',
  resubmitted: false,
  reminded: false,
  objection: false,
  elsewhere: false,
  ...change,
})
const rows = [
  row('a'),
  row('b', { identityClear: false }),
  row('c', { duplicate: 'already-member' }),
  row('d', { objection: true }),
  row('e', { workingDaysLeft: 2 }),
  row('f', { elsewhere: true }),
]

describe('ticking rows', () => {
  test('a tap ticks, a second tap unticks', () => {
    const once = toggled(startSelecting(), ApplicationId.parse('a'))
    expect(chosenRows(once, rows).map(({ application }) => application)).toEqual(['a'])
    expect(chosenRows(toggled(once, ApplicationId.parse('a')), rows)).toEqual([])
    expect(chosenRows(nothingSelected, rows)).toEqual([])
  })

  test('all at once takes what nothing speaks against, and leaves the rest to a look', () => {
    expect(chosenRows(clearOnes(rows), rows).map(({ application }) => application)).toEqual(['a', 'e'])
  })

  test('no more than the contract takes', () => {
    const many = Array.from({ length: 130 }, (_, index) => row(`n${index}`))
    expect(chosenRows(clearOnes(many), many)).toHaveLength(mostAtOnce)
  })
})

describe('filters', () => {
  test('say how many they would show, and an empty one is not offered', () => {
    expect(filterOptions(rows, 12)).toEqual([
      { value: 'all', label: '全部', count: 12 },
      { value: 'soon', label: '将超期', count: 1 },
      { value: 'check', label: '需核对', count: 3 },
      { value: 'objection', label: '有异议', count: 1 },
    ])
    expect(filtered(rows, 'check').map(({ application }) => application)).toEqual(['b', 'c', 'f'])
    expect(filterOptions([row('a')], 1)).toHaveLength(1)
  })
})
