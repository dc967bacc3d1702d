import fc from 'fast-check'
import { IsoDate, isoTime } from '../core/time'
import { periodsOf } from './days'
import { reviewPhases, stepped } from './life'
import { dueOf, latestOpening, nextStep, type ReviewUnderWay } from './next-step'

const day = (text: string) => IsoDate.parse(text)
const days = {
  cutoff: day('2026-11-01'),
  receivingOn: day('2026-11-03'),
  votingOn: day('2026-11-10'),
  lastDay: day('2026-11-19'),
}
const review = (change: Partial<ReviewUnderWay> = {}): ReviewUnderWay => ({
  phase: 'announced',
  cutoff: days.cutoff,
  openObjections: 0,
  ...periodsOf(days),
  ...change,
})
/** In China. */
const at = (text: string) => isoTime(Date.parse(`2026-${text}:00+08:00`))

describe('what the clock does next', () => {
  const listed = { electors: 3 }
  const receiving = { phase: 'receiving', electors: 3 } as const
  test.each<[string, Partial<ReviewUnderWay>, string | undefined]>([
    ['11-01T23:59', {}, undefined],
    ['11-02T00:00', {}, 'take-list'],
    ['11-05T00:00', {}, 'take-list'],
    ['11-02T23:59', listed, undefined],
    ['11-03T00:00', listed, 'open-receiving'],
    ['11-09T23:59', receiving, undefined],
    ['11-10T00:00', receiving, 'open-voting'],
    ['11-10T00:00', { ...receiving, openObjections: 1 }, undefined],
    ['11-14T23:59', { ...receiving, openObjections: 1 }, undefined],
    ['11-14T23:59', receiving, 'open-voting'],
    ['11-15T00:00', receiving, 'call-off'],
    ['11-15T00:00', { ...receiving, openObjections: 1 }, 'call-off'],
    ['11-15T00:00', {}, 'call-off'],
    ['11-19T23:59', { phase: 'voting' }, undefined],
    ['11-20T00:00', { phase: 'voting' }, 'close'],
    ['12-20T00:00', { phase: 'closed' }, undefined],
    ['12-20T00:00', { phase: 'called-off', openObjections: 1 }, undefined],
  ])('at %s with %o: %s', (time, change, what) => expect(nextStep(review(change), at(time))).toBe(what))

  test('one voting day can still begin some hours late', () => {
    const oneDay = periodsOf({ ...days, lastDay: days.votingOn })
    expect(latestOpening(oneDay)).toBe(at('11-10T12:00'))
  })

  test('is never something that the life of a review refuses, and nothing is due before its time', () => {
    const phases = fc.constantFrom(...reviewPhases)
    const minutes = fc.integer({ min: 0, max: 30 * 24 * 60 })
    fc.assert(
      fc.property(
        phases,
        minutes,
        fc.nat(2),
        fc.option(fc.nat(5), { nil: undefined }),
        (phase, later, openObjections, electors) => {
          const given = review({ phase, openObjections, electors })
          const now = isoTime(Date.parse('2026-10-30T00:00:00.000Z') + later * 60_000)
          const step = nextStep(given, now)
          if (step === undefined) return
          expect(step === 'take-list' || 'to' in stepped(given, step)).toBe(true)
          expect((dueOf(given) ?? now) <= now).toBe(true)
        },
      ),
    )
  })
})
