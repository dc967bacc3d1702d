import fc from 'fast-check'
import { RegionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { UnitKind } from '../org/unit'
import { resolvePolicy, type Policy } from '../policy/resolve'
import { categoryOf } from './category'
import { judge, percentText, type ReviewCategory } from './verdict'

const today = IsoDate.parse('2026-11-20')
const policyOf = (region: string) => resolvePolicy([RegionId.parse(region)], today)
const [qingdao, jiujiang] = [policyOf('3702'), policyOf('3604')]
const withValues = (values: Partial<Policy['values']>): Policy => ({
  ...qingdao,
  values: { ...qingdao.values, ...values },
})
const of = (satisfied: number, all: number, electors = all, invalid = 0) => ({
  grades: { satisfied, mostly: 0, dissatisfied: all - satisfied },
  invalid,
  electors,
})

describe('the standards of Qingdao, 含本数 (001 二（二）)', () => {
  test.each<[ReviewCategory, number]>([
    ['enterprise', 90],
    ['stateOwned', 95],
    ['publicInstitution', 95],
    ['regionalSample', 85],
    ['regionalStaff', 90],
  ])('%s: %i of 100 are enough, one fewer is not', (category, percent) => {
    const met = judge(of(percent, 100), category, qingdao)
    expect(met.outcome).toBe('met')
    expect(met.standard).toEqual({ percent, source: 'QINGDAO_HOME', clause: '二（二）满意度测评' })
    expect(met.rate).toEqual({ numerator: percent, denominator: 100 })
    expect(judge(of(percent - 1, 100), category, qingdao).outcome).toBe('not-met')
    expect(judge(of(percent * 10 - 1, 1000), category, qingdao).outcome).toBe('not-met')
  })

  test('a region without one has figures and no verdict', () => {
    const told = judge(of(10, 100), 'enterprise', jiujiang)
    expect([told.outcome, told.standard]).toEqual(['no-standard', undefined])
    expect(told.policy).toBe(jiujiang.version)
  })
})

describe('what counts', () => {
  const grades = { satisfied: 80, mostly: 15, dissatisfied: 5 }
  test('基本满意 does where the policy says so, and is shown either way', () => {
    const strict = judge({ grades, invalid: 0, electors: 100 }, 'enterprise', qingdao)
    const lenient = judge({ grades, invalid: 0, electors: 100 }, 'enterprise', withValues({ reviewMostlyCounts: true }))
    expect([strict.outcome, lenient.outcome]).toEqual(['not-met', 'met'])
    expect([strict.withMostly, lenient.withMostly]).toEqual(Array(2).fill({ numerator: 95, denominator: 100 }))
    expect([strict.mostlyCounts, lenient.mostlyCounts]).toEqual([false, true])
  })

  test.each([
    ['two of three electors', of(100, 100, 150), 'met', true],
    ['one fewer', of(99, 99, 150), 'too-few-voted', false],
    ['invalid papers took part', of(90, 90, 150, 10), 'met', true],
    ['and are not among the valid ones', of(0, 0, 3, 3), 'no-ballots', true],
    ['nobody voted', of(0, 0, 3), 'no-ballots', false],
    ['nobody could', of(0, 0, 0), 'no-ballots', true],
  ] as const)('%s', (_, counted, outcome, reached) => {
    const verdict = judge(counted, 'enterprise', qingdao)
    expect([verdict.outcome, verdict.turnout.reached]).toEqual([outcome, reached])
    expect(verdict.turnout.atLeast).toEqual({ numerator: 2, denominator: 3 })
  })

  test('a plan to mend it is asked for only where the policy says so, and the standard was missed', () => {
    const asked = withValues({ reviewRectification: true })
    const missed = of(1, 100)
    expect([qingdao, asked].map((policy) => judge(missed, 'enterprise', policy).rectification)).toEqual([false, true])
    expect(judge(of(100, 100), 'enterprise', asked).rectification).toBe(false)
    expect(judge(of(1, 100, 900), 'enterprise', asked).rectification).toBe(false)
  })
})

describe('a percentage as people read it', () => {
  test.each([
    [9, 10, '90'],
    [2249, 2500, '89.9'],
    [1, 3, '33.3'],
    [2, 3, '66.6'],
    [1, 1, '100'],
    [9999, 10000, '99.9'],
    [0, 7, '0'],
    [1, 2000, '0'],
    [1, 1000, '0.1'],
  ])('%i of %i is %s %%', (numerator, denominator, text) => expect(percentText({ numerator, denominator })).toBe(text))

  test('of nothing is none', () => expect(percentText({ numerator: 0, denominator: 0 })).toBeUndefined())

  test('never claims a standard that the verdict says was missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (all, some) => {
        const counted = of(Math.min(all, some), all)
        const verdict = judge(counted, 'enterprise', qingdao)
        expect(verdict.outcome === 'met').toBe(Number(percentText(verdict.rate)) >= 90)
      }),
    )
  })
})

describe('whose threshold holds', () => {
  test.each<[UnitKind | undefined, ReviewCategory]>([
    ['国有企业', 'stateOwned'],
    ['国有控股企业', 'stateOwned'],
    ['机关', 'publicInstitution'],
    ['事业单位', 'publicInstitution'],
    ['私营企业', 'enterprise'],
    ['社会组织', 'enterprise'],
    [undefined, 'enterprise'],
  ])('members of %s: %s', (unit, category) => expect(categoryOf('members', unit)).toBe(category))

  test('a sample and a survey have their own, whatever the unit', () => {
    for (const unit of UnitKind.options) {
      expect(categoryOf('sample', unit)).toBe('regionalSample')
      expect(categoryOf('staff', unit)).toBe('regionalStaff')
    }
  })
})
