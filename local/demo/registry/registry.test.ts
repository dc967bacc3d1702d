import { UnionType, seatTypes } from '../../../shared/org/union'
import { UnitKind } from '../../../shared/org/unit'
import { parseUscc } from '../../../shared/identity/uscc'
import { castUnions, castUnits } from '../personas'
import { prngOf } from '../prng'
import { buildRegistry } from './build'
import { registryEntries } from './entries'

const small = { units: 2000, unions: 600 }
const world = buildRegistry(small, prngOf('test'))
const unions = [...world.unions.values()]
const units = [...world.units.values()]

describe('the demo registry', () => {
  test('has as many units and unions as asked for', () => {
    expect(units.length).toBeGreaterThanOrEqual(small.units)
    expect(units.length).toBeLessThan(small.units + 6)
    expect(unions).toHaveLength(small.unions)
  })

  test('is the same for the same seed, and the cast is the same for every seed', () => {
    const again = buildRegistry(small, prngOf('test'))
    expect([...again.units.values()]).toEqual(units)
    const other = buildRegistry(small, prngOf('other'))
    for (const { id, name } of Object.values(castUnions)) expect(other.unions.get(id)?.name).toBe(name)
    for (const { id, name } of Object.values(castUnits)) expect(other.units.get(id)?.name).toBe(name)
  })

  test('every document is what its collection’s schema says', () => {
    const invalid = [...registryEntries(world)].filter((entry) => !entry.valid())
    expect(invalid.map(({ document }) => document)).toEqual([])
  })

  test.each(UnionType.options)('has a union of the type %s', (type) => {
    expect(unions.map((union) => union.type)).toContain(type)
  })

  test.each(UnitKind.options.filter((kind) => kind !== '其他'))('has a unit of the kind %s', (kind) => {
    expect(units.map((unit) => unit.unitKind)).toContain(kind)
  })

  test('every leadership line runs from the union itself up to a city’s general union', () => {
    for (const { _id, line, parent } of unions) {
      expect(line[0]).toBe(_id)
      expect(line[1]).toBe(parent)
      expect(world.unions.get(line.at(-1) ?? _id)?.type).toBe('city_general')
    }
  })

  test('no two units share a name, and no two unions of a city a name and a place', () => {
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length)
    expect(new Set(unions.map(({ name, region }) => `${name} ${region}`)).size).toBe(unions.length)
  })

  test('both sides of a coverage agree, and nobody lists more than fifty units', () => {
    const listed = units.flatMap(({ _id, coveredBy }) => coveredBy.map((union) => `${union}:${_id}`)).sort()
    expect(world.coverages.map(({ _id }) => _id).sort()).toEqual(listed)
    for (const union of unions)
      expect(world.coverages.filter((coverage) => coverage.union === union._id).length).toBeLessThanOrEqual(50)
  })

  test('has what routing asks for: branches, agencies with and without a union, units covered twice, institutions under a bureau', () => {
    expect(units.some(({ legalPerson, parent }) => !legalPerson && parent !== undefined)).toBe(true)
    const agencies = units.filter(({ unitKind }) => unitKind === '劳务派遣单位')
    expect(agencies.some(({ union }) => union !== undefined)).toBe(true)
    expect(agencies.some(({ union }) => union === undefined)).toBe(true)
    expect(units.some(({ coveredBy }) => coveredBy.length > 1)).toBe(true)
    expect(units.some(({ unitKind, parent }) => unitKind === '事业单位' && parent !== undefined)).toBe(true)
    expect(unions.some(({ status }) => status === 'dissolved')).toBe(true)
  })

  test('every code passes its own parser, and those of unions begin with 81', () => {
    for (const { uscc } of [...units, ...unions])
      if (uscc !== undefined) expect({ uscc, ok: parseUscc(uscc).ok }).toEqual({ uscc, ok: true })
    for (const { uscc } of unions) if (uscc !== undefined) expect(uscc).toMatch(/^81/)
  })

  test('a region keeps a seat for each union that takes individuals there', () => {
    const seats = [...registryEntries(world)].flatMap(({ collection, document }) =>
      collection === 'regions' ? [document as { _id: string; seats: { union: string }[] }] : [],
    )
    const kept = seats.flatMap(({ _id, seats: list }) => list.map(({ union }) => `${union}@${_id}`)).sort()
    expect(kept).toEqual(
      unions
        .filter(({ type }) => seatTypes.has(type))
        .map(({ _id, region }) => `${_id}@${region}`)
        .sort(),
    )
  })

  test('any part of a unit’s name begins one of its search texts', () => {
    const texts = [...registryEntries(world)].flatMap(({ collection, document }) =>
      collection === 'unitNames' ? [document as { text: string; unit: string }] : [],
    )
    const ofFactory = texts.filter(({ unit }) => unit === castUnits.factory.id).map(({ text }) => text)
    for (const part of ['青岛澜屿', '海洋装备', '有限', '装备有限公司'])
      expect(ofFactory.some((text) => text.startsWith(part))).toBe(true)
  })
})
