import { IsoDate, IsoTime } from '../../../shared/core/time'
import { ApplicationId, Revision, UnionId } from '../../../shared/core/ids'
import type { MyApplication } from '../../../shared/contract/membership-views'
import { ApplicationState, TimelineKind } from '../../../shared/membership/application'
import { dueTag, timelineItems } from './timeline'

const at = IsoTime.parse('2026-11-20T06:02:00.000Z')
const application = (change: Partial<MyApplication>): MyApplication => ({
  application: ApplicationId.parse('a1'),
  revision: Revision.parse(1),
  state: 'submitted',
  union: { union: UnionId.parse('u1'), name: '澜屿公司工会' },
  desk: { union: UnionId.parse('u1'), name: '澜屿公司工会' },
  undecided: false,
  timeline: [{ kind: 'submitted', at, unionName: '澜屿公司工会' }],
  submittedAt: at,
  dueOn: IsoDate.parse('2026-12-11'),
  workingDaysLeft: 9,
  facts: [],
  route: { sentence: '', clauses: [] },
  letter: { version: 'v', title: '', text: '', agreedAt: at },
  canRemind: true,
  ...change,
})

describe('the timeline of an application', () => {
  test('tells in China’s time when it was sent, who has it and until when', () => {
    expect(timelineItems(application({}))).toEqual([
      { state: 'done', title: '已提交', note: '11 月 20 日 14:02' },
      { state: 'now', title: '工会委员会讨论', note: '在澜屿公司工会，最晚 12 月 11 日答复' },
      { state: 'next', title: '成为会员' },
    ])
  })

  test('says why it came back, and that the worker has the word', () => {
    const items = timelineItems(
      application({
        state: 'returned',
        timeline: [{ kind: 'returned', at, reasons: ['手机号需要核对'], note: '少一位' }],
      }),
    )
    expect(items[0]).toEqual({ state: 'bad', title: '退回修改', note: '11 月 20 日 14:02，手机号需要核对；少一位' })
    expect(items[1]).toMatchObject({ state: 'now', title: '等您修改' })
  })

  test('while no union is decided, names the one that decides', () => {
    expect(timelineItems(application({ undecided: true }))[1]?.title).toBe('澜屿公司工会定您归哪个工会')
  })

  test.each(ApplicationState.options)('%s: an open application has one thing going on, a closed one none', (state) => {
    const going = timelineItems(application({ state })).filter((item) => item.state === 'now')
    expect(going).toHaveLength(state === 'submitted' || state === 'returned' ? 1 : 0)
  })

  test.each(TimelineKind.options)('%s has a title of its own', (kind) => {
    const titles = TimelineKind.options.map(
      (each) => timelineItems(application({ timeline: [{ kind: each, at }] }))[0]?.title,
    )
    expect(
      titles.filter((title) => title === timelineItems(application({ timeline: [{ kind, at }] }))[0]?.title),
    ).toHaveLength(1)
  })
})

test.each([
  ['submitted', 9, 'neutral', '还剩 9 个工作日'],
  ['submitted', 3, 'warning', '还剩 3 个工作日'],
  ['submitted', 0, 'warning', '今天到期'],
  ['submitted', -2, 'danger', '超期 2 个工作日'],
] as const)('%s with %i working days left is %s: %s', (state, workingDaysLeft, tone, text) => {
  expect(dueTag({ state, workingDaysLeft })).toEqual({ tone, text })
})

test('an application that waits for the worker has no clock of the union’s', () => {
  expect(dueTag({ state: 'returned', workingDaysLeft: 3 })).toBeUndefined()
})
