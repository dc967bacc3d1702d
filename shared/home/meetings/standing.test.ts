import { memberFacts, staffFacts } from './meetings.fixture'
import { congressesIn, latestShare, periodSince } from './year'
import { delegateShare, hasQuorum, isCarried, meetingMissing, type Missing } from './standing'
import type { MemberCongress, StaffCongress } from './facts'
import { notSeparate, type NotSeparate } from './together'
import { IsoDate } from '../../core/time'

const quorum = { numerator: 2, denominator: 3 }

test.each([
  // entitled, attended → quorum
  [45, 30, true],
  [45, 29, false],
  [100, 67, true],
  [100, 66, false],
  [1, 1, true],
])('of %i entitled %i came: two thirds %s (M2)', (entitled, attended, expected) => {
  expect(hasQuorum({ entitled, attended }, quorum)).toBe(expected)
})

test.each([
  [45, 23, true],
  [45, 22, false],
  [44, 22, false],
  [44, undefined, undefined],
])('of %i entitled %s agreed: carried %s (M3)', (entitled, agreed, expected) => {
  expect(isCarried(entitled, { agreed })).toBe(expected)
})

describe('what is missing of a meeting', () => {
  const lacking: readonly (readonly [string, Partial<MemberCongress>, readonly Missing[]])[] = [
    ['nothing', {}, []],
    ['people', { attended: 29, resolutions: [{ text: '批准报告' }] }, ['quorum']],
    ['an agenda', { agenda: [] }, ['agenda']],
    ['powers', { powers: [] }, ['powers']],
    ['resolutions', { resolutions: [] }, ['resolutions']],
    ['a majority', { resolutions: [{ text: '批准报告', agreed: 22 }] }, ['not-carried']],
    ['paper', { paper: { kept: 'not-yet' } }, ['paper']],
    [
      'delegates of special groups',
      { convened: { form: 'delegates', women: 12, dispatched: 0, rural: 0 } },
      ['groups'],
    ],
  ]
  test.each(lacking)('%s', (_, changed, expected) => {
    expect(meetingMissing({ ...memberFacts, ...changed }, quorum)).toEqual(expected)
  })
})

describe('held on one day: banner, agenda, powers, resolutions and archive apart (M4, 000 三(一))', () => {
  test('two meetings apart in everything', () => {
    expect(notSeparate(memberFacts, staffFacts)).toEqual([])
  })
  type Case = readonly [string, Partial<MemberCongress>, Partial<StaffCongress>, readonly NotSeparate[]]
  const together: readonly Case[] = [
    ['no banner of the members', { banner: '' }, {}, [{ what: 'banner', why: 'members-lacks' }]],
    ['no banner at all', { banner: '' }, { banner: '' }, [{ what: 'banner', why: 'both-lack' }]],
    ['one banner for both', { banner: '两会' }, { banner: '“两会”' }, [{ what: 'banner', why: 'same' }]],
    ['one agenda', { agenda: ['表决'] }, { agenda: ['表决'] }, [{ what: 'agenda', why: 'same' }]],
    ['one item alike', { agenda: ['唱国歌', '表决'] }, { agenda: ['唱国歌', '审议'] }, []],
    ['no powers of the staff', {}, { powers: [] }, [{ what: 'powers', why: 'staff-lacks' }]],
    [
      'one resolution for both',
      { resolutions: [{ text: '同意。' }] },
      { resolutions: [{ text: '同意' }] },
      [{ what: 'resolutions', why: 'same' }],
    ],
    [
      'one volume for both',
      {},
      { paper: { kept: 'paper', place: '柜', volume: '会代 2026 01' } },
      [{ what: 'archive', why: 'same' }],
    ],
    [
      'volumes that differ in where a mark stands',
      { paper: { kept: 'paper', place: '柜', volume: '2026-1-12' } },
      { paper: { kept: 'paper', place: '柜', volume: '2026-11-2' } },
      [],
    ],
    [
      'sums that differ in a point',
      { resolutions: [{ text: '提取公益金 1.5 万元。' }] },
      { resolutions: [{ text: '提取公益金 15 万元' }] },
      [],
    ],
    ['not on paper yet', {}, { paper: { kept: 'not-yet' } }, [{ what: 'archive', why: 'staff-lacks' }]],
  ]
  test.each(together)('%s', (_, members, staff, expected) => {
    expect(notSeparate({ ...memberFacts, ...members }, { ...staffFacts, ...staff })).toEqual(expected)
  })
})

describe('what the standards ask', () => {
  const on = (day: string, changed = {}) => ({ ...memberFacts, day: IsoDate.parse(day), ...changed })
  test('a year’s meetings are those with their quorum (001 制度(1), 002 制度机制1)', () => {
    const meetings = [on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2026-06-01', { attended: 20 })]
    expect(congressesIn(2026, meetings, quorum)).toBe(2)
    expect(congressesIn(2025, meetings, quorum)).toBe(1)
    expect(congressesIn(2024, meetings, quorum)).toBe(0)
  })
  test('a term begins with its first session', () => {
    const meetings = [on('2026-03-20'), on('2025-03-01', { session: 1 }), on('2021-01-01', { period: 2 })]
    expect(periodSince(meetings)).toBe('2025-03-01')
    expect(periodSince([])).toBeUndefined()
  })
  test('the share of 农民工 among delegates is that of the latest meeting of delegates (000 二(一))', () => {
    const everybody = on('2026-09-01', { convened: { form: 'everybody' } })
    expect(latestShare([on('2026-03-20'), everybody], 'rural')).toEqual({ numerator: 9, denominator: 45 })
    expect(latestShare([everybody], 'rural')).toBeUndefined()
    expect(delegateShare(memberFacts, 'women')).toEqual({ numerator: 12, denominator: 45 })
  })
})

describe('a union too small for delegates meets with everybody, and is asked for no less (M11)', () => {
  const small: MemberCongress = {
    ...memberFacts,
    convened: { form: 'everybody' },
    entitled: 9,
    attended: 6,
    resolutions: [],
  }
  test('its quorum and its year are counted alike', () => {
    expect(congressesIn(2026, [small, { ...small, session: 3, attended: 5 }], quorum)).toBe(1)
    expect(meetingMissing({ ...small, attended: 5 }, quorum)).toEqual(['quorum', 'resolutions'])
  })
  test('nothing is said of delegates that there are not', () => {
    expect(meetingMissing(small, quorum)).toEqual(['resolutions'])
    expect(delegateShare(small, 'women')).toBeUndefined()
    expect(latestShare([small], 'rural')).toBeUndefined()
  })
})
