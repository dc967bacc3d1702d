import { IsoDate } from '../core/time'
import { checkCharacter } from '../identity/resident'
import { rosterColumns, type RosterKey } from './annexes'
import { numberCell, type Cell } from './cell'
import { losesDigits, rosterChecker } from './check-rows'
import { mappingByOrder } from './mapping'
import { readRosterRow } from './roster-entry'
import { reasonText } from './row-problems'
import { rowOf } from './rows.fixture'

const rules = { today: IsoDate.parse('2026-11-20'), minAge: 16 }
const mapping = mappingByOrder(rosterColumns)
const woman = `37020219900307002${checkCharacter('37020219900307002')}`
const good: Readonly<Record<RosterKey, string | Cell>> = {
  number: '1',
  name: '王芳',
  sex: '女',
  idNumber: woman,
  nationality: '中国',
  education: '本科',
  mobile: '13800000001',
  household: '非农业',
  unit: '示例机械有限公司',
  employment: '在岗',
  office: '',
}
const row = (changes: Partial<Record<RosterKey, string | Cell>>, number = 6) => {
  const cells = { ...good, ...changes }
  return rowOf(
    number,
    rosterColumns.map(({ key }) => cells[key]),
  )
}
const read = (changes: Partial<Record<RosterKey, string | Cell>>) => readRosterRow(row(changes), mapping, rules)

describe('a row of annex 3', () => {
  test('is read into the words of this system', () => {
    expect(read({})).toMatchObject({
      ok: true,
      entry: {
        name: '王芳',
        sex: 'female',
        id: { kind: 'resident18', normalised: woman },
        nationality: 'CHN',
        education: 'bachelor',
        mobile: '13800000001',
        household: 'urban',
        unitName: '示例机械有限公司',
        employment: '在岗',
        office: '',
      },
    })
  })

  test.each([
    ['names are set apart with spaces', { name: '王\u3000 芳' }, { name: '王芳' }],
    [
      'a foreign name keeps one space',
      { name: 'Anna  Maria', nationality: '韩国', idNumber: 'AB1234567' },
      { name: 'Anna Maria' },
    ],
    ['sex and nationality follow from the number', { sex: '', nationality: '' }, { sex: 'female', nationality: 'CHN' }],
    [
      'a mobile number that was typed as a number has all its digits',
      { mobile: numberCell('13800000001') },
      { mobile: '13800000001' },
    ],
    ['another word for the education', { education: '大学本科学历' }, { education: 'bachelor' }],
    ['another word for the household', { household: '农业户口' }, { household: 'rural' }],
    ['a text that was guarded against being a formula', { office: "'-组长" }, { office: '-组长' }],
    [
      'a passport, with what it does not tell',
      { idNumber: 'E12345678', sex: '男', nationality: '韩国' },
      { sex: 'male', nationality: 'KOR' },
    ],
  ] as const)('%s', (_, changes, expected) => {
    expect(read(changes)).toMatchObject({ ok: true, entry: expected })
  })

  test.each([
    ['an identity number typed as a number', { idNumber: numberCell('370202199003070026') }, 'idNumber', 'digits-lost'],
    ['an identity number as a CSV keeps it', { idNumber: '3.7020219900307E+017' }, 'idNumber', 'digits-lost'],
    [
      'noughts at the end, where the check character is wrong',
      { idNumber: '370202199003070000' },
      'idNumber',
      'digits-lost',
    ],
    [
      'a digit typed wrong',
      { idNumber: `${woman.slice(0, 17)}${woman.endsWith('1') ? '2' : '1'}` },
      'idNumber',
      'number-invalid',
    ],
    ['a formula', { sex: { kind: 'formula' } }, 'sex', 'formula'],
    ['a value that failed', { unit: { kind: 'error', text: '#N/A' } }, 'unit', 'cell-error'],
    ['no name', { name: ' ' }, 'name', 'missing'],
    ['a name of digits', { name: '123' }, 'name', 'name-invalid'],
    ['the other sex', { sex: '男' }, 'sex', 'sex-disagrees'],
    ['no such sex', { sex: '未知' }, 'sex', 'sex-invalid'],
    ['a passport without sex', { idNumber: 'E12345678', sex: '', nationality: '韩国' }, 'sex', 'missing'],
    ['a passport without nationality', { idNumber: 'E12345678', nationality: '' }, 'nationality', 'missing'],
    ['another nationality than the number', { nationality: '韩国' }, 'nationality', 'nationality-disagrees'],
    ['no such country', { nationality: '汉族' }, 'nationality', 'nationality-unknown'],
    ['an education nobody knows', { education: '很高' }, 'education', 'education-unknown'],
    ['a household nobody knows', { household: '居民' }, 'household', 'household-unknown'],
    ['a mobile number of ten digits', { mobile: '1380000000' }, 'mobile', 'mobile-invalid'],
    [
      'somebody under age',
      { idNumber: `37020220150307002${checkCharacter('37020220150307002')}` },
      'idNumber',
      'under-age',
    ],
    ['an office of many words', { office: '长'.repeat(31) }, 'office', 'too-long'],
  ] as const)('%s is refused at its column', (_, changes, column, code) => {
    expect(read(changes)).toMatchObject({ ok: false, problems: [{ column, code }] })
  })

  test('everything that is wrong is said at once, in words', () => {
    const refused = read({ name: '', idNumber: numberCell('370202199003070026'), mobile: '138' })
    if (refused.ok) throw new Error('taken')
    const heading = (key: RosterKey) => rosterColumns.find((column) => column.key === key)?.heading ?? ''
    expect(reasonText(refused.problems, heading)).toBe(
      '姓名：没有填；身份证号码：存成了数字，表格只保留前 15 位，后面的位数已经变成 0，无法恢复。请把这一列设为“文本”格式，再对照证件重新填写；手机号码：手机号要 11 位，现在是 3 位，请核对',
    )
  })
})

describe('the rows of a file', () => {
  test('the second row of one person is told where the first stands, on another page and written otherwise', () => {
    const check = rosterChecker(mapping, rules)
    expect(check([row({}, 6)])).toMatchObject([{ ok: true, row: 6 }])
    const again = check([row({ idNumber: `${woman.slice(0, 6)} ${woman.slice(6)}` }, 700)])
    expect(again).toEqual([{ ok: false, row: 700, problems: [{ column: 'idNumber', code: 'in-file-twice', row: 6 }] }])
    expect(reasonText(again[0]?.ok === false ? again[0].problems : [], () => '身份证号码')).toBe(
      '身份证号码：与本文件的另一行重复（第 6 行）',
    )
  })

  test('a first row that is refused keeps nobody else out', () => {
    const check = rosterChecker(mapping, rules)
    expect(check([row({ mobile: '' }, 6), row({}, 7)]).map(({ ok }) => ok)).toEqual([false, true])
  })

  test('where a number of the file lost its digits, none that ends like one is believed, even if its check character fits', () => {
    const days = Array.from({ length: 28 }, (_, day) => `37020219900${310 + day}100`)
    const fitting = days.find((first) => checkCharacter(first) === '0')
    if (fitting === undefined) throw new Error('no such number')
    const ending = row({ idNumber: `${fitting}0` }, 8)
    expect(rosterChecker(mapping, rules)([ending])).toMatchObject([{ ok: true }])
    const lost = row({ idNumber: '370202199003070000' }, 7)
    const checked = rosterChecker(mapping, rules)([row({}, 6), lost, ending])
    expect(checked.map((one) => (one.ok ? 'ok' : one.problems[0]?.code))).toEqual(['ok', 'digits-lost', 'digits-lost'])
    const [again] = rosterChecker(mapping, rules, { digitsLost: true })([ending])
    expect(again?.ok === false && losesDigits(again)).toBe(true)
  })

  test('headings, numbers without a row and remarks below the table are no rows', () => {
    const check = rosterChecker({ ...mapping, headRow: 5 }, rules)
    expect(
      check([row({}, 5), rowOf(6, ['2', '', '']), rowOf(7, ['备注: 1. 此表转制成 EXCEL']), rowOf(8, ['', '李'])]),
    ).toMatchObject([{ ok: false, row: 8 }])
  })
})
