import { RegionId, UnitId } from '../core/ids'
import { industryFederations, newForm, territorial } from './routing-candidates'
import { cover } from './routing-cover'
import { townWith } from './routing.fixture'
import { indexWorld } from './routing-world'

describe('which unions organise a unit’s workers (C1–C4)', () => {
  test.each([
    ['C1 its own active union', 'factory', 'C1', ['factoryUnion']],
    ['C1 fails when its union is dissolved', 'closed', 'none', []],
    ['C2 a project office is part of its parent', 'site', 'C2', ['groupUnion']],
    ['C2 a branch has all that covers its parent', 'branchOfTwice', 'C2', ['neighboursUnion', 'buildingUnion']],
    ['C2 comes before C3: the branch that a joint union lists too', 'branchOfShop', 'C2', ['buildingUnion']],
    ['C2 fails when nobody covers the parent', 'branchOfBakery', 'none', []],
    ['C3 a joint union that lists it', 'shop', 'C3', ['buildingUnion']],
    ['C3 several joint unions, territorial types first', 'twice', 'C3', ['neighboursUnion', 'buildingUnion']],
    ['C4 事业单位 of a bureau with a union', 'school', 'C4', ['bureauUnion']],
    ['C4 takes only the first that covers the parent', 'clinic', 'C4', ['neighboursUnion']],
    ['a separate legal person is not covered by the group’s union', 'subsidiary', 'none', []],
    ['a private firm is not covered by its 事业单位 parent', 'schoolCompany', 'none', []],
    ['a unit without anything', 'bakery', 'none', []],
    ['a unit that is not on record', 'ghost', 'none', []],
  ])('%s', (_title, unit, by, unions) => {
    expect(cover(indexWorld(townWith()), UnitId.parse(unit))).toEqual({ by, unions })
  })

  test('C3 sorts joint unions of the same sort by id, whether the union or the unit names the other', () => {
    const world = townWith({
      unions: {
        b: { type: 'market_joint' },
        a: { type: 'industry_joint', covers: ['stall'] },
        c: { type: 'community_joint', status: 'dissolved', covers: ['stall'] },
      },
      units: { stall: { kind: '个体经济', coveredBy: ['b', 'a'] } },
    })
    expect(cover(indexWorld(world), UnitId.parse('stall'))).toEqual({ by: 'C3', unions: ['a', 'b'] })
  })

  test('C2, C4 a circle of parents covers nobody', () => {
    const world = townWith({
      units: {
        one: { kind: '机关', parent: 'two', legalPerson: false },
        two: { kind: '机关', parent: 'one', legalPerson: false },
      },
    })
    expect(cover(indexWorld(world), UnitId.parse('one'))).toEqual({ by: 'none', unions: [] })
  })

  test('C1 a union that is not on record is nobody’s', () => {
    const world = townWith({ units: { foreign: { kind: '劳务派遣单位', region: null, union: 'unionOfAnotherCity' } } })
    expect(cover(indexWorld(world), UnitId.parse('foreign'))).toEqual({ by: 'none', unions: [] })
  })
})

describe('candidates by place and industry', () => {
  const place = (id: string) => RegionId.parse(id)
  const closedVillage = townWith({
    unions: { villageUnion: { type: 'community_federation', region: 'village', direct: false } },
  })

  test.each([
    ['nearest level first, the district left out', townWith(), 'grid', ['villageUnion', 'streetUnion']],
    ['a park', townWith(), 'park', ['parkUnion']],
    ['only the district has one', townWith(), 'hamlet', ['districtUnion']],
    ['one closed to individuals is passed over', closedVillage, 'village', ['streetUnion']],
    [
      'two on one level stand by id',
      townWith({ unions: { aUnion: { type: 'community_joint', region: 'village' } } }),
      'village',
      ['aUnion', 'villageUnion', 'streetUnion'],
    ],
    [
      'a dissolved one is passed over',
      townWith({ unions: { streetUnion: { type: 'township_general', region: 'street', status: 'dissolved' } } }),
      'street',
      ['districtUnion'],
    ],
    ['the city’s general union takes no individuals', townWith(), 'city', []],
    ['a place that is not on record', townWith(), 'ghost', []],
  ])('territorial: %s', (_title, world, region, expected) => {
    expect(territorial(indexWorld(world), place(region))).toEqual(expected)
  })

  test('territorial: a circle of regions ends', () => {
    const world = townWith({
      regions: { east: { level: 'township', parent: 'west' }, west: { level: 'township', parent: 'east' } },
    })
    expect(territorial(indexWorld(world), place('east'))).toEqual([])
  })

  test.each([
    ['the street’s, from a grid of it', townWith(), 'grid', ['ridersUnion']],
    ['none up to the city', townWith(), 'hamlet', []],
    [
      'the first level that has any, by id',
      townWith({
        unions: { y: { type: 'new_form_joint', region: 'village' }, x: { type: 'new_form_joint', region: 'village' } },
      }),
      'grid',
      ['x', 'y'],
    ],
    [
      'a dissolved one does not stop the walk',
      townWith({ unions: { x: { type: 'new_form_joint', region: 'village', status: 'dissolved' } } }),
      'grid',
      ['ridersUnion'],
    ],
  ])('newForm: %s', (_title, world, region, expected) => {
    expect(newForm(indexWorld(world), place(region))).toEqual(expected)
  })

  const ofCity = townWith({
    unions: { aCityExpress: { type: 'industry_federation', region: 'city', industries: ['truck', 'express'] } },
  })
  test.each([
    ['on the chain', townWith(), 'hamlet', 'express', ['expressUnion']],
    ['of another industry', townWith(), 'hamlet', 'truck', []],
    ['not on the chain', townWith(), 'nowhere', 'express', []],
    ['several, by id and not by nearness', ofCity, 'hamlet', 'express', ['aCityExpress', 'expressUnion']],
    ['no industry known', townWith(), 'hamlet', undefined, []],
    [
      'closed to individuals',
      townWith({
        unions: {
          expressUnion: { type: 'industry_federation', region: 'district', industries: ['express'], direct: false },
        },
      }),
      'hamlet',
      'express',
      [],
    ],
  ])('industry: %s', (_title, world, region, industry, expected) => {
    expect(industryFederations(indexWorld(world), place(region), industry)).toEqual(expected)
  })
})
