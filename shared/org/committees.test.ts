import { IsoDate } from '../core/time'
import { termAfterByElection } from './committees'

const day = (text: string) => IsoDate.parse(text)
const union = day('2029-05-10')
const term = (electedOn: string, until: string) => ({ electedOn: day(electedOn), until: day(until) })

describe('a by-election (补选) leaves the term to the election that began it', () => {
  test.each([
    ['in the middle', term('2024-05-10', '2029-05-10'), '2026-03-01', '2024-05-10', '2029-05-10', '2026-03-01'],
    ['on its last day', term('2021-03-01', '2026-03-01'), '2026-03-01', '2021-03-01', '2026-03-01', '2026-03-01'],
    ['of one that would outlast it', term('2026-01-01', '2031-01-01'), '2026-03-01', '2026-01-01', union, '2026-03-01'],
    ['of one whose own term was over', term('2021-02-28', '2026-02-28'), '2026-03-01', '2026-03-01', union, undefined],
    ['of one that nobody had elected yet', undefined, '2026-03-01', '2026-03-01', union, undefined],
  ])('%s', (_, before, heldOn, electedOn, until, byElectedOn) =>
    expect(termAfterByElection(before, day(heldOn), union)).toEqual({ electedOn, until, byElectedOn }),
  )

  test('a second one in the same term keeps it too, and is the last', () =>
    expect(
      termAfterByElection(
        { ...term('2024-05-10', '2029-05-10'), byElectedOn: day('2026-03-01') },
        day('2027-01-05'),
        union,
      ),
    ).toEqual({ ...term('2024-05-10', '2029-05-10'), byElectedOn: '2027-01-05' }))
})
