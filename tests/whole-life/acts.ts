import fc from 'fast-check'

export interface Act {
  readonly act: string
  readonly side?: number
  readonly work?: string
  readonly days?: number
}

const side = fc.constantFrom(0, 1)
const single = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('transfer'),
      side,
      work: fc.constantFrom('rider', 'workshop', 'own', 'dispatched'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constantFrom('accept', 'release', 'withdraw', 'dispute', 'stop', 'uphold'), side }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('new-workplace'),
      side,
      work: fc.constantFrom('restaurant', 'workshop', 'own', 'dispatched'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('retain', 'retain', 'resume', 'six-months-away', 'decease', 'reinstate', 'reinstate'),
      side,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('ask-to-leave', 'stay', 'announce'), side }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('expel', 'file', 'send-back'), side }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('apply', 'on-paper'),
      side,
      work: fc.constantFrom('rider', 'workshop'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('entrust', 'end-entrust'), side }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('certificate', 'received'), side }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('card', 'lost-card'), side }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('compare', 'merge', 'undo'), side }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom('union-ends', 'union-merges', 'confirm-event', 'object'), side }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('wait'), days: fc.integer({ min: 1, max: 9 }) }) },
)
/** What only leads anywhere when one thing follows another, so that sequences get far. */
const several = fc.oneof(
  fc.record({ side, work: fc.constantFrom('rider', 'workshop', 'own', 'dispatched') }).map(({ side: at, work }) => [
    { act: 'transfer', side: at, work },
    { act: 'release', side: at },
    { act: 'accept', side: at },
  ]),
  fc
    .record({ ends: fc.constantFrom('union-ends', 'union-merges'), side })
    .map(({ ends, side: at }) => [
      { act: 'transfer', side: at, work: 'own' },
      { act: 'release', side: at },
      { act: 'accept', side: at },
      { act: ends, side: at },
      { act: 'confirm-event' },
    ]),
  fc.tuple(side, fc.constantFrom('merge', 'retain', 'six-months-away', 'card')).map(([at, act]) => [{ act, side: at }]),
  fc.tuple(side, fc.constantFrom('undo', 'card', 'wait')).map(([at, act]) => [
    { act: 'merge', side: at },
    { act, side: at, days: 3 },
    { act: 'undo', side: at },
  ]),
  side.map((at) => [
    { act: 'expel', side: at },
    { act: 'file', side: at },
    { act: 'reinstate', side: at },
  ]),
)
export const acts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: single.map((act): readonly Act[] => [act]) },
    { weight: 2, arbitrary: several as fc.Arbitrary<readonly Act[]> },
  ),
  { minLength: 5, maxLength: 16 },
)
/** An example, in words: acts of the first of the two records, each with its work. */
export function lived(...words: readonly string[]): [(readonly Act[])[]] {
  return [[words.map((word) => ({ act: word.split(' ')[0] ?? '', side: 0, ...withWhat(word.split(' ')[1]) }))]]
}

function withWhat(what = 'workshop'): Pick<Act, 'work' | 'days'> {
  return /^\d+$/.test(what) ? { days: Number(what) } : { work: what }
}
