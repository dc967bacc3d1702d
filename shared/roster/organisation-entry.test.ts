import { IsoDate } from '../core/time'
import { usccCheckCharacter } from '../identity/uscc'
import { organisationColumns, type OrganisationKey } from './annexes'
import { numberCell, type Cell } from './cell'
import { organisationChecker } from './check-rows'
import { mappingByOrder } from './mapping'
import { readOrganisationRow } from './organisation-entry'
import { rowOf } from './rows.fixture'

const rules = { today: IsoDate.parse('2026-11-20'), landline: { areaCode: '0572', digits: 7 } } as const
const mapping = mappingByOrder(organisationColumns)
const uscc = `91330522MA2B4C5D6${usccCheckCharacter('91330522MA2B4C5D6')}`
const good: Readonly<Record<OrganisationKey, string | Cell>> = {
  number: numberCell('1'),
  unitName: '长兴示例机械有限公司',
  unitCode: uscc,
  unitKind: '私营经济',
  address: '长兴县示例路 1 号',
  staff: numberCell('120'),
  name: '长兴示例机械有限公司工会',
  foundedOn: '2001-05-06',
  type: '单建',
  members: numberCell('100'),
  leader: '王芳',
  phone: '6022447',
  remark: '',
}
const row = (changes: Partial<Record<OrganisationKey, string | Cell>>, number = 3) => {
  const cells = { ...good, ...changes }
  return rowOf(
    number,
    organisationColumns.map(({ key }) => cells[key]),
  )
}
const read = (changes: Partial<Record<OrganisationKey, string | Cell>>) =>
  readOrganisationRow(row(changes), mapping, rules)

describe('a row of annex 1', () => {
  test('is read into the words of the registry; a local telephone gets the region’s area code', () => {
    expect(read({})).toEqual({
      ok: true,
      entry: {
        unitName: '长兴示例机械有限公司',
        unitCode: uscc,
        unitKind: '私营企业',
        address: '长兴县示例路 1 号',
        staff: 120,
        name: '长兴示例机械有限公司工会',
        foundedOn: '2001-05-06',
        type: 'enterprise',
        members: 100,
        leader: '王芳',
        phone: '0572-6022447',
        remark: '',
      },
    })
  })

  test.each([
    ['a day that is a date', { foundedOn: { kind: 'date', day: '2001-05-06' } }, { foundedOn: '2001-05-06' }],
    ['a day written otherwise', { foundedOn: '2001年5月6日' }, { foundedOn: '2001-05-06' }],
    ['a day in a row of digits', { foundedOn: numberCell('20010506') }, { foundedOn: '2001-05-06' }],
    ['the union of an office', { unitKind: '党政机关' }, { unitKind: '机关', type: 'organ' }],
    ['the union of an institution', { unitKind: '事业单位' }, { type: 'institution' }],
    ['联合工会, of which kind remains to be said', { type: '联合工会' }, { type: 'joint' }],
    ['工会联合会', { type: '工会联合会' }, { type: 'federation' }],
    ['a type of the registry', { type: '集贸市场联合工会' }, { type: 'market_joint' }],
    ['a mobile number', { phone: numberCell('13800000001') }, { phone: '13800000001' }],
  ] as const)('%s', (_, changes, expected) => {
    expect(read(changes)).toMatchObject({ ok: true, entry: expected })
  })

  test('a union of several units may have no code and no nature of one, as its own export leaves them', () => {
    for (const type of ['联合工会', '工会联合会', '镇街总工会']) {
      const found = read({ type, unitCode: '', unitKind: '' })
      expect(found).toMatchObject({ ok: true, entry: { unitCode: '' } })
      expect(found.ok && 'unitKind' in found.entry).toBe(false)
    }
    expect(read({ type: '联合工会', unitKind: '不清楚' })).toMatchObject({ problems: [{ code: 'unit-kind-unknown' }] })
    expect(read({ unitKind: '' })).toMatchObject({ problems: [{ column: 'unitKind', code: 'missing' }] })
  })

  test('what nobody has told yet is empty, and no number', () => {
    const found = read({ unitCode: '', address: '', staff: '', foundedOn: '', leader: '', phone: '' })
    expect(found).toMatchObject({
      ok: true,
      entry: { unitCode: '', address: '', foundedOn: '', leader: '', phone: '' },
    })
    expect(found.ok && 'staff' in found.entry).toBe(false)
  })

  test.each([
    ['a code that lost its digits', { unitCode: numberCell('913305220000000000') }, 'unitCode', 'digits-lost'],
    [
      'a code with a wrong check character',
      { unitCode: `${uscc.slice(0, 17)}${uscc.endsWith('A') ? 'B' : 'A'}` },
      'unitCode',
      'code-invalid',
    ],
    ['no name', { name: '' }, 'name', 'missing'],
    ['staff in words', { staff: '一百' }, 'staff', 'count-invalid'],
    ['members computed by a formula', { members: { kind: 'formula' } }, 'members', 'formula'],
    ['a day that is none', { foundedOn: '2001-02-30' }, 'foundedOn', 'field-invalid'],
    ['a day to come', { foundedOn: '2026-11-21' }, 'foundedOn', 'field-invalid'],
    ['a nature nobody knows', { unitKind: '不清楚' }, 'unitKind', 'unit-kind-unknown'],
    ['a type nobody knows', { type: '很多' }, 'type', 'union-type-unknown'],
    ['a telephone without area code, of the wrong length', { phone: '60224478' }, 'phone', 'field-invalid'],
  ] as const)('%s is refused at its column', (_, changes, column, code) => {
    expect(read(changes)).toMatchObject({ ok: false, problems: [{ column, code }] })
  })

  test('one unit may have two unions, and no union comes twice', () => {
    const check = organisationChecker(mapping, rules)
    const rows = [row({}, 3), row({ name: '长兴示例机械有限公司联合工会' }, 4), row({}, 5)]
    expect(check(rows)).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, row: 5, problems: [{ column: 'name', code: 'in-file-twice', row: 3 }] },
    ])
  })
})
