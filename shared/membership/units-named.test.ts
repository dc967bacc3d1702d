import { RegionId, UnitId } from '../core/ids'
import type { Situation } from './joining'
import { unitsNamed } from './to-worker'
import { withUnits } from './units-named'

const [old, other] = [UnitId.parse('old'), UnitId.parse('other')]
const listed = (unit: UnitId) => ({ kind: 'listed', unit }) as const
const workRegion = RegionId.parse('370202')

test.each([
  { work: 'unit', unit: listed(old), establishment: 'regular' },
  { work: 'owner', unit: listed(old) },
  { work: 'dispatched', agency: listed(other), userUnit: listed(old) },
  { work: 'outsourced', employer: listed(old), host: listed(other) },
  { work: 'platform', industry: 'delivery', workRegion, employer: listed(old) },
  { work: 'several', jobs: [listed(other), listed(old)], workRegion },
  { work: 'seconded', home: listed(old), host: listed(other), months: 2 },
] as const satisfies readonly Situation[])('$work: no answer goes on naming the old unit', (situation) => {
  const now = withUnits(situation as Situation, (id) => (id === old ? UnitId.parse('now') : id))
  const ids = unitsNamed(now).flatMap(({ unit }) => (unit.kind === 'listed' ? [unit.unit] : []))
  expect(ids).toContain('now')
  expect(ids).not.toContain('old')
})

test('what names no unit of the registry stays as it is', () => {
  const told: Situation = {
    work: 'unit',
    unit: { kind: 'by-hand', name: '面馆', region: workRegion },
    establishment: 'regular',
  }
  expect(withUnits(told, () => other)).toEqual(told)
})
