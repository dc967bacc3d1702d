import { RegionId, UnitId } from '../core/ids'
import type { Situation } from './joining'
import { isSameWork } from './same-work'

const unit = (id: string) => ({ kind: 'listed', unit: UnitId.parse(id) }) as const
const byHand = (name: string) => ({ kind: 'by-hand', name, region: RegionId.parse('370202') }) as const
const at = (id: string, establishment: 'regular' | 'off_establishment' = 'regular'): Situation => ({
  work: 'unit',
  unit: unit(id),
  establishment,
})
const seconded = (host: string, months: number): Situation => ({
  work: 'seconded',
  home: unit('a'),
  host: unit(host),
  months,
})
const dispatched = (agency: string, userUnit: string): Situation => ({
  work: 'dispatched',
  agency: unit(agency),
  userUnit: unit(userUnit),
})

test.each([
  ['the same unit', at('a'), at('a'), true],
  ['another unit', at('a'), at('b'), false],
  ['another establishment', at('a'), at('a', 'off_establishment'), false],
  ['the same secondment, longer', seconded('b', 2), seconded('b', 5), true],
  ['another host', seconded('b', 2), seconded('c', 2), false],
  ['another user unit', dispatched('a', 'b'), dispatched('a', 'c'), false],
  ['another agency', dispatched('a', 'b'), dispatched('c', 'b'), false],
  ['a unit by hand, again', { ...at('a'), unit: byHand('面馆') }, { ...at('a'), unit: byHand('面馆') }, true],
  ['a unit by hand, another', { ...at('a'), unit: byHand('面馆') }, { ...at('a'), unit: byHand('饭馆') }, false],
] as const)('%s', (_, one, other, same) => {
  expect(isSameWork(one, other)).toBe(same)
  expect(isSameWork(other, one)).toBe(same)
})

test('the order in which fields were kept makes no difference', () => {
  const kept = { establishment: 'regular', unit: { unit: UnitId.parse('a'), kind: 'listed' }, work: 'unit' } as const
  expect(isSameWork(kept, at('a'))).toBe(true)
})
