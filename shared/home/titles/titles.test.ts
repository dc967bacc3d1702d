import fc from 'fast-check'
import { UnionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import type { UnionType } from '../../org/union'
import { advanceTitle, recheckAfter, recheckDue, titleMachine } from './machine'
import { mayPropose } from './honour'
import { keeperOf } from './keeper'
import type { TitleState } from './title'
import { isHeld, TitleLevel, TitleStep, wasEntered } from './title'

describe('模范职工之家, from building to the re-check (T1–T4, T7)', () => {
  test.each<[TitleState, Partial<Record<TitleStep, TitleState>>]>([
    ['none', { begin: 'building', enter: 'held' }],
    ['building', { apply: 'applied', 'take-back': 'none', enter: 'held' }],
    ['applied', { 'take-back': 'none', pass: 'passed', fail: 'building', enter: 'held' }],
    ['passed', { award: 'held', fail: 'building', enter: 'held' }],
    ['held', { 'fall-due': 'rechecking', withdraw: 'none', correct: 'held', strike: 'none' }],
    ['rechecking', { keep: 'held', withdraw: 'none', correct: 'held', strike: 'none' }],
  ])('%s', (state, leads) => {
    for (const step of TitleStep.options) {
      const wanted = leads[step]
      expect([step, advanceTitle(state, step)]).toEqual([
        step,
        wanted === undefined ? { refuse: 'TITLE_CHANGED' } : { to: wanted },
      ])
    }
  })

  test('nobody comes to hold one without an award or an entry from paper, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TitleStep.options)), (steps) => {
        let state: TitleState = 'none'
        for (const step of steps) {
          const next: ReturnType<typeof advanceTitle> = titleMachine[state][step]
          if ('refuse' in next) continue
          if (isHeld(next.to) && !isHeld(state)) expect(['award', 'enter']).toContain(step)
          if (!isHeld(next.to) && isHeld(state)) expect(['withdraw', 'strike']).toContain(step)
          state = next.to
        }
      }),
    )
  })

  test.each<[readonly TitleStep[], boolean]>([
    [['enter'], true],
    [['enter', 'correct', 'fall-due', 'keep'], true],
    [['begin', 'apply', 'pass', 'award'], false],
    [['enter', 'withdraw', 'begin', 'apply', 'pass', 'award'], false],
    [['begin', 'apply', 'pass', 'award', 'withdraw', 'enter'], true],
    [[], false],
  ])('after %j it was entered from paper: %s (T7)', (steps, entered) => {
    expect(wasEntered(steps.map((step) => ({ step })))).toBe(entered)
  })

  test.each<[readonly TitleStep[], string]>([
    [['enter'], '2028-04-28'],
    [['enter', 'fall-due'], '2028-04-28'],
    [['enter', 'fall-due', 'keep'], '2029-11-18'],
    [['enter', 'fall-due', 'keep', 'withdraw', 'enter'], '2028-04-28'],
  ])('after %j a day that was put right moves the re-check to %s (T7)', (steps, due) => {
    const record = { past: steps.map((step) => ({ step })), next: IsoDate.parse('2029-11-18') }
    expect(recheckAfter(record, IsoDate.parse('2025-04-28'), 3)).toBe(due)
  })

  test.each([
    ['2026-11-18', 3, '2029-11-18'],
    ['2024-02-29', 3, '2027-02-28'],
  ])('of %s, every %i years: again on %s (T5)', (since, years, due) => {
    expect(recheckDue(IsoDate.parse(since), years)).toBe(due)
  })
})

describe('who keeps the register (T6)', () => {
  const union = (type: UnionType) => ({ _id: UnionId.parse(`union-${type}`), type })
  const line = (['township_general', 'district_general', 'city_general'] as const).map(union)
  test.each<[TitleLevel, string]>([
    ['township', 'union-township_general'],
    ['district', 'union-district_general'],
    ['city', 'union-city_general'],
    ['province', 'union-city_general'],
    ['national', 'union-city_general'],
  ])('of a title of the %s: %s', (level, keeper) => {
    expect(keeperOf(line, level)).toBe(keeper)
  })

  test('a federation or a group of enterprises between keeps none', () => {
    const between = (['enterprise_group', 'industry_federation', 'community_federation'] as const).map(union)
    expect(keeperOf([...between, ...line], 'township')).toBe('union-township_general')
    expect(keeperOf([...between, union('devzone_union')], 'township')).toBe('union-devzone_union')
    expect(keeperOf(between, 'township')).toBeUndefined()
  })

  test('a level that stands nowhere above keeps none', () => {
    expect(keeperOf(line.slice(1), 'township')).toBeUndefined()
    for (const level of TitleLevel.options) expect(keeperOf([], level)).toBeUndefined()
  })
})

describe('劳动奖状、劳动奖章 (TH-23: 004 18)', () => {
  test.each([
    ['city', {}, 'needs-title', { kind: 'needs', level: 'city' }],
    ['city', { city: 'held' }, 'needs-title', { kind: 'may', held: true }],
    ['city', { city: 'rechecking' }, 'needs-title', { kind: 'may', held: true }],
    ['city', { city: 'passed' }, 'needs-title', { kind: 'needs', level: 'city' }],
    ['city', { province: 'held', district: 'held' }, 'needs-title', { kind: 'needs', level: 'city' }],
    ['city', {}, 'tells', { kind: 'may', held: false }],
  ] as const)('of the %s, with %j, where the region says %s', (level, titles, rule, verdict) => {
    expect(mayPropose(level, titles, rule)).toEqual(verdict)
  })
})
