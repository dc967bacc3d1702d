import type { UnionType } from '../../org/union'
import type { UnitKind } from '../../org/unit'
import { itemsFor, standardsFor } from './applies'
import { categoryOf } from './category'
import { day, rulesOf, today } from './standards.fixture'

describe('S1–S3: which standard applies', () => {
  test.each<
    readonly [Parameters<typeof rulesOf>[0], string | undefined, UnionType, UnitKind | undefined, readonly string[]]
  >([
    ['3604', '2021-11-23', 'enterprise', '私营企业', ['six-have']],
    ['3604', '2021-11-22', 'enterprise', '私营企业', ['six-norms', 'eight-have']],
    ['3604', '2001-05-06', 'organ', '机关', ['six-norms', 'eight-have']],
    ['3604', undefined, 'enterprise', '私营企业', ['six-have']],
    ['3702', '2001-05-06', 'enterprise', '私营企业', ['six-have', 'eight-have', 'ENT']],
    ['3702', '2025-05-06', 'enterprise', '私营企业', ['six-have', 'eight-have', 'ENT']],
    ['3702', '2001-05-06', 'social_organisation', '社会组织', ['six-have', 'eight-have', 'ENT']],
    ['3702', '2001-05-06', 'organ', '机关', ['six-have', 'eight-have', 'PUB']],
    ['3702', '2001-05-06', 'institution', '事业单位', ['six-have', 'eight-have', 'PUB']],
    ['3702', '2001-05-06', 'township_general', undefined, ['six-have', 'eight-have', 'REG']],
    ['3702', '2001-05-06', 'city_general', undefined, ['six-have']],
    ['37', '2001-05-06', 'enterprise', '私营企业', ['six-have']],
    ['33', '2001-05-06', 'enterprise', '私营企业', ['six-have']],
  ])('%s, founded %s, %s of %s: %j', (region, foundedOn, type, unitKind, standards) => {
    expect(standardsFor({ type, unitKind, foundedOn }, rulesOf(region), today).standards).toEqual(standards)
  })

  test('the day before it is five years old it is young, on the day it is not', () => {
    const subject = { type: 'enterprise', unitKind: '私营企业', foundedOn: '2021-11-22' } as const
    const ages = ['2026-11-21', '2026-11-22'].map((on) => standardsFor(subject, rulesOf('3604'), day(on)).age)
    expect(ages).toEqual(['young', 'established'])
  })
})

describe('S2: the category', () => {
  test.each<readonly [UnionType, UnitKind | undefined, string | undefined]>([
    ['enterprise', '国有企业', 'ENT'],
    ['work_committee', '机关', 'PUB'],
    ['work_committee', undefined, 'REG'],
    ['township_general', '机关', 'REG'],
    ['building_joint', undefined, 'REG'],
    ['community_federation', undefined, 'REG'],
    ['district_general', undefined, 'REG'],
    ['other', undefined, 'ENT'],
    ['city_general', undefined, undefined],
  ])('%s of %s: %s', (type, unitKind, category) => expect(categoryOf({ type, unitKind })).toBe(category))
})

describe('S4: an item means whom it names', () => {
  const ids = (region: '3702' | '3604', type: UnionType, unitKind: UnitKind | undefined) => {
    const subject = { type, unitKind, foundedOn: '2001-05-06' }
    return itemsFor(subject, standardsFor(subject, rulesOf(region), today)).map(({ id }) => id)
  }
  test.each<readonly [string, UnionType, UnitKind | undefined, '3702' | '3604', boolean]>([
    ['QD-ENT-SYS-06', 'enterprise', '国有企业', '3702', true],
    ['QD-ENT-SYS-06', 'enterprise', '私营企业', '3702', false],
    ['QD-ENT-SYS-05', 'enterprise', '股份制企业', '3702', true],
    ['QD-ENT-SYS-05', 'social_organisation', '社会组织', '3702', false],
    ['JJ-6G-1-1', 'enterprise', '私营企业', '3604', true],
    ['JJ-6G-1-1', 'organ', '机关', '3604', false],
    ['JJ-6G-1-3', 'devzone_union', undefined, '3604', true],
    ['JJ-6G-1-3', 'enterprise', '私营企业', '3604', false],
    ['JJ-6G-1-4', 'township_general', undefined, '3604', true],
    ['JJ-6G-1-2', 'enterprise', '私营企业', '3604', false],
  ])('%s of %s, %s in %s: %s', (id, type, unitKind, region, meant) =>
    expect(ids(region, type, unitKind).includes(id)).toBe(meant),
  )
})
