import { readBack, writtenOut } from './fill-in'

const typed = (texts: Readonly<Record<string, string>>, chosen = {}) => ({ texts, chosen })

test.each([
  ['nothing', 'approvalWorkingDays', typed({}), { value: '请填整数' }],
  ['words', 'approvalWorkingDays', typed({ value: '七' }), { value: '请填整数' }],
  ['too few', 'approvalWorkingDays', typed({ value: '0' }), { value: '至少 1' }],
  ['a group that tells on people', 'reviewSmallGroup', typed({ value: '5' }), { value: '至少 10' }],
  ['too many', 'reviewThresholds', typed({ stateOwned: '100' }), { stateOwned: '最多 99' }],
  ['an upper end alone', 'assistants', typed({ 'park.max': '3' }), { 'park.min': '请填整数' }],
  [
    'a text that is too short',
    'letter',
    typed({ version: 'a', title: '申请', text: '我自愿加入工会，遵守工会章程，执行工会决议，积极参加工会活动。' }),
    { title: '至少 4 个字' },
  ],
  ['no column', 'rosterColumns', typed({}), { value: '至少 1 项' }],
  [
    'more than all',
    'reviewParticipation',
    typed({ numerator: '3', denominator: '2' }),
    { denominator: '请对照说明再填一次' },
  ],
] as const)('%s is told at its field', (_, key, what, errors) => {
  expect(readBack(key, what)).toEqual({ ok: false, errors })
})

test('what was typed right is the value that is sent', () => {
  expect(readBack('rateTargets', typed({ 'region.units': '90', 'unit.members': ' 100 ' }))).toEqual({
    ok: true,
    value: { region: { units: 90 }, unit: { members: 100 } },
  })
})

test('a value of a later app leaves the fields empty', () => {
  expect(writtenOut('homeGoal', { kind: 'nine-have' })).toEqual(typed({}))
})
