import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { castPeople, castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { checkCharacter } from '../../../shared/identity/resident'
import { noRows } from '../../../shared/roster/import'
import { somebody } from '../../../tests/forms'
import { endedMember } from '../../../tests/members'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { readAll } from '../../_kernel/workbook/read-all.fixture'
import { workbookParts, zipOf } from '../../_kernel/workbook/zip.fixture'
import { shown } from '../../../shared/roster/cell'
import { carried, checkedFile, digestOf, rosterFile, rosterRow, rowsOf, uploaded } from './import.fixture'
import { broughtElsewhere } from './on-file.fixture'

const union = castUnions.factory.id
const chair = { as: 'demo-factory-chair', union }
const newForm = { as: 'demo-newform-chair', union: castUnions.newForm.id }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

type Worker = ReturnType<typeof somebody>

describe('a row is refused, and says why', () => {
  const known = { name: castPeople.known.name, number: castPeople.known.number, mobile: castPeople.known.mobile }
  test.each<[string, () => Promise<Worker> | Worker, Record<string, string | number>, RegExp]>([
    ['a number that lost its digits', () => somebody(), { idNumber: 370202199003070000 }, /身份证号码：存成了数字/],
    ['a wrong number', () => somebody(), { idNumber: '370202199003070027' }, /身份证号码：/],
    ['a sex that the number contradicts', () => ({ ...known }), { sex: '女' }, /性别：与身份证号码不一致/],
    ['a child', () => ({ ...castPeople.tooYoung }), { sex: '男' }, /未满 16 周岁/],
    ['no education', () => somebody(), { education: '' }, /学历：没有填/],
    ['a member of another union', () => broughtElsewhere(system), {}, /已在其他工会入会，请走转会$/],
    ['somebody who has applied', () => ({ ...castPeople.applying }), {}, /有一份入会申请正在办/],
    ['another name for a number on file', () => ({ ...known }), { name: '郑小山' }, /^姓名：姓名和证件号码对不上/],
    [
      'the number of somebody who left, typed with another name',
      async () => (await endedMember(system)).worker,
      { name: '郑小山' },
      /^姓名：姓名和证件号码对不上，[^会]*会提更正$/,
    ],
    [
      'the number of an applicant, typed with another name',
      () => ({ ...castPeople.applying }),
      { name: '郑小山' },
      /^姓名：姓名和证件号码对不上/,
    ],
    ['somebody who left', async () => (await endedMember(system)).worker, {}, /以前的会籍已经结束/],
  ])('%s', async (_, who, change, reason) => {
    const row = rosterRow({ ...(await who()) }, change)
    const { id, view } = await checkedFile(system, chair, await rosterFile([row, rosterRow()]))
    expect(view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
    const [refused] = await rowsOf(system, chair, id, 'refused')
    expect(refused?.reason).toMatch(reason)
    expect(refused?.reason).not.toContain('澜屿')
  })

  test('a number that ends in noughts, above the first that lost its digits', async () => {
    const days = Array.from({ length: 22 }, (_, day) => `37020219910${310 + day}100`)
    const first = days.find((day) => checkCharacter(day) === '0')
    if (first === undefined) throw new Error('no such number')
    const ending = rosterRow({ ...somebody(), number: `${first}0` })
    const lost = rosterRow(somebody(), { idNumber: 370202199003070000 })
    const others = Array.from({ length: 100 }, () => rosterRow())
    const whole = await checkedFile(system, newForm, await rosterFile([rosterRow(), ending]))
    expect(whole.view.checked).toEqual({ ...noRows, new: 2 })
    const { id, view } = await checkedFile(system, newForm, await rosterFile([ending, ...others, lost]))
    expect(view).toMatchObject({ state: 'checked', rows: 102, checked: { ...noRows, new: 100, refused: 2 } })
    const reasons = (await rowsOf(system, newForm, id, 'refused')).map(({ reason }) => reason)
    expect(reasons).toEqual(reasons.map(() => expect.stringContaining('身份证号码：存成了数字')))
  })

  test('the same person twice in one file', async () => {
    const worker = somebody()
    const { id, view } = await checkedFile(system, chair, await rosterFile([rosterRow(worker), rosterRow(worker)]))
    expect(view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
    expect((await rowsOf(system, chair, id, 'refused'))[0]?.reason).toMatch(/与本文件的另一行重复（第 2 行）/)
  })

  test('the file comes back as it was, with the reasons behind it, and can be brought again', async () => {
    const bad = rosterRow(somebody(), { education: '天才' })
    const { id } = await checkedFile(system, chair, await rosterFile([rosterRow(), bad]))
    const { pieces } = granted(await system.ask(chair.as, 'membership', 'putReasons', { union, import: id }))
    const parts: Buffer[] = []
    for (let piece = 0; piece < pieces; piece++) {
      const got = granted(await system.ask(chair.as, 'membership', 'reasonsPiece', { union, import: id, piece }))
      expect(got.fileName).toBe('花名册_未导入原因.xlsx')
      parts.push(Buffer.from(got.content, 'base64url'))
    }
    const back = Buffer.concat(parts)
    const read = await readAll(back)
    if (!read.ok) throw new Error(read.code)
    const [heads, fine, refused] = read.rows.map(({ cells }) => cells.map(shown))
    expect(heads?.[11]).toBe('未导入原因')
    expect(fine).toHaveLength(10)
    expect(refused?.[11]).toMatch(/^学历：请填：小学/)
    const again = await checkedFile(system, chair, back)
    expect(again.view.checked).toEqual({ ...noRows, new: 1, refused: 1 })
  })
})

/** An officer brings so many files a day and no more. */
const tomorrow = () => system.travel(isoTime(Date.parse(system.runtime.now()) + 24 * 3_600_000))

describe('a file that cannot be read is refused with a clear word', () => {
  beforeAll(tomorrow)

  const noise = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])
  test.each<[string, () => Buffer, RegExp]>([
    ['an old workbook', () => fixture('libreoffice.xls'), /旧格式/],
    ['another kind of table', () => fixture('libreoffice.ods'), /不是能读的表格/],
    ['a picture', () => noise, /不是能读的表格/],
    ['a workbook that was cut off', () => fixture('libreoffice.xlsx').subarray(0, 4000), /文件坏了/],
    [
      'a bomb',
      () =>
        zipOf(
          workbookParts('').map((part) =>
            part.name.endsWith('sheet1.xml') ? { ...part, text: Buffer.alloc(60_000_000, '<x y="1"/>') } : part,
          ),
        ),
      /展开会大得离谱/,
    ],
    [
      'links to other files',
      () => zipOf([...workbookParts(''), { name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink/>' }]),
      /引用了别的文件/,
    ],
    ['a text that is none', () => Buffer.from('姓名,\xff\xfe', 'latin1'), /文字编码/],
  ])('%s', async (_, file, sentence) => {
    const id = await uploaded(system, chair, file())
    expect(await carried(system, chair, id)).toMatchObject({
      state: 'refused',
      refused: expect.stringMatching(sentence),
    })
  })

  test('a file that is not what was announced', async () => {
    const [one, other] = [Buffer.from('姓名,性别'), Buffer.from('姓名,学历')]
    const asked = { union, fileName: '表.csv', bytes: one.length, digest: digestOf(other) }
    const { import: id } = granted(await system.ask(chair.as, 'membership', 'openImport', asked))
    const content = one.toString('base64url')
    granted(await system.ask(chair.as, 'membership', 'putImportPiece', { union, import: id, piece: 0, content }))
    expect(await carried(system, chair, id)).toMatchObject({ state: 'refused', refused: expect.stringMatching(/坏了/) })
  })

  const fixture = (name: string) => readFileSync(join(__dirname, '../../_kernel/workbook/fixtures', name))
})
