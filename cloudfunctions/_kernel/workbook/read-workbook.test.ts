import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shown, type Cell } from '../../../shared/roster/cell'
import { workbookLimits } from '../../../shared/roster/workbook'
import { readAll } from './read-all.fixture'
import { workbookParts, zipOf, type Part } from './zip.fixture'

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name))
const text = (value: string): Cell => ({ kind: 'text', text: value })

async function rowsOf(file: Uint8Array, sheet?: string) {
  const read = await readAll(file, sheet === undefined ? {} : { sheet })
  if (!read.ok) throw new Error(read.code)
  return read.rows
}

describe('a workbook that LibreOffice wrote', () => {
  test('is read with the kind of each cell: a number that lost digits says so, a formula is no value', async () => {
    const read = await readAll(fixture('libreoffice.xlsx'))
    if (!read.ok) throw new Error(read.code)
    expect(read.opened).toMatchObject({ format: 'xlsx', sheets: ['花名册', '其他'], sheet: '花名册' })
    expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const [title, , , , , first, second, third] = [undefined, ...read.rows].slice(1)
    expect(title?.cells).toEqual([text('长兴县基层工会会员花名册')])
    expect(first?.cells.slice(0, 4)).toEqual([
      { kind: 'number', text: '1', exact: true },
      text('李晓红'),
      text('女'),
      text('11010519491231002X'),
    ])
    expect(second?.cells[1]).toEqual(text('赵<甲>&乙'))
    expect(second?.cells[3]).toMatchObject({ kind: 'number', exact: false })
    expect(second?.cells[6]).toEqual({ kind: 'number', text: '13800000002', exact: true })
    expect(third?.cells.slice(0, 2)).toEqual([{ kind: 'formula' }, text('=1+1')])
  })

  test('another of its sheets is read by name: a day, a formula that fails, a text of two lines', async () => {
    const [, second, third] = await rowsOf(fixture('libreoffice.xlsx'), '其他')
    expect(second?.cells).toEqual([
      { kind: 'date', day: '2001-05-06' },
      { kind: 'number', text: '1', exact: true },
      { kind: 'formula' },
    ])
    expect(third?.cells).toEqual([{ kind: 'empty' }, { kind: 'empty' }, text('两行\n文字')])
    expect(await readAll(fixture('libreoffice.xlsx'), { sheet: '没有' })).toMatchObject({ code: 'SHEET_UNKNOWN' })
  })

  test.each(['utf8', 'gb18030'] as const)('as CSV in %s it has the same rows, as texts', async (encoding) => {
    const read = await readAll(fixture(`libreoffice-${encoding}.csv`))
    if (!read.ok) throw new Error(read.code)
    expect(read.opened).toMatchObject({ format: 'csv', encoding: encoding === 'utf8' ? 'utf-8' : encoding })
    const [row6] = read.rows.slice(5)
    expect(row6?.number).toBe(6)
    expect(row6?.cells.map(shown)).toEqual([
      '1',
      '李晓红',
      '女',
      '11010519491231002X',
      '中国',
      '本科',
      '13800000001',
      '非农业',
      '长兴县示例机械有限公司',
      '在岗',
      '主席',
    ])
  })

  test.each([
    ['libreoffice.xls', 'WORKBOOK_OLD'],
    ['libreoffice.ods', 'WORKBOOK_UNKNOWN'],
  ])('as %s it is refused: %s', async (name, code) => {
    expect(await readAll(fixture(name))).toMatchObject({ ok: false, code })
  })
})

describe('a CSV', () => {
  test('may begin with a byte order mark, quote commas, quotes and line breaks, and leave rows short or empty', async () => {
    const rows = await rowsOf(Buffer.from('\uFEFF姓名,单位\r\n"王,""小""\n芳",甲\r\n\r\n李\r\n'))
    expect(rows).toEqual([
      { number: 1, cells: [text('姓名'), text('单位')] },
      { number: 2, cells: [text('王,"小"\n芳'), text('甲')] },
      { number: 4, cells: [text('李')] },
    ])
  })

  test.each([
    ['a quote that is never closed', Buffer.from('a,b\n"c,d\n'), { code: 'CSV_DAMAGED', at: { row: 2 } }],
    ['a quote inside a field', Buffer.from('a,b\nc"c,d\n'), { code: 'CSV_DAMAGED', at: { row: 2 } }],
    ['bytes of no encoding', Buffer.from('姓名,\xFF\xFF', 'latin1'), { code: 'CSV_ENCODING' }],
    ['UTF-16', Buffer.from('\uFEFF姓名,单位', 'utf16le'), { code: 'WORKBOOK_UNKNOWN' }],
    ['nothing', Buffer.alloc(0), { code: 'WORKBOOK_UNKNOWN' }],
    ['a web page that calls itself a table', Buffer.from('<html><table>'), { code: 'WORKBOOK_UNKNOWN' }],
    ['a picture', Buffer.from('ffd8ffe000104a46494600', 'hex'), { code: 'WORKBOOK_UNKNOWN' }],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3'), { code: 'WORKBOOK_UNKNOWN' }],
    [
      'a hundred columns and one',
      Buffer.from(`${'x,'.repeat(100)}x`),
      { code: 'WORKBOOK_TOO_LARGE', at: { row: 1, column: 100 } },
    ],
    ['a cell that is too long', Buffer.from('x'.repeat(32_768)), { code: 'WORKBOOK_TOO_LARGE' }],
    ['a record of megabytes', Buffer.from(','.repeat(4_000_000)), { code: 'WORKBOOK_TOO_LARGE' }],
  ])('%s is refused', async (_, file, refusal) => {
    expect(await readAll(file)).toMatchObject({ ok: false, ...refusal })
  })
})

describe('a workbook made by hand', () => {
  const sheet = (data: string, choice: Parameters<typeof workbookParts>[1] = {}) => zipOf(workbookParts(data, choice))
  const one = async (cell: string) => (await rowsOf(sheet(`<row r="1">${cell}</row>`)))[0]?.cells[0]

  test.each([
    [
      '<c r="A1" t="inlineStr"><is><r><t>王</t></r><rPh><t>wang</t></rPh><r><t xml:space="preserve"> 芳</t></r></is></c>',
      text('王 芳'),
    ],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]>_x000D_&#x4e2d;</t></is></c>', text('<b>\r中')],
    ['<c r="A1" t="str"><v>三</v></c>', text('三')],
    ['<c r="A1"><v>1.38E10</v></c>', { kind: 'number', text: '13800000000', exact: true }],
    ['<c r="A1"><v>999999999999999</v></c>', { kind: 'number', text: '999999999999999', exact: true }],
    ['<c r="A1"><v>1000000000000000</v></c>', { kind: 'number', text: '1000000000000000', exact: false }],
    ['<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
    ['<c r="A1" t="e"><v>#N/A</v></c>', { kind: 'error', text: '#N/A' }],
    ['<c r="A1" t="d"><v>2001-05-06T00:00:00</v></c>', { kind: 'date', day: '2001-05-06' }],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', { kind: 'formula' }],
    ['<c t="inlineStr"><is><t>无坐标</t></is></c>', text('无坐标')],
    [
      '<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="A1"><x:v>7</x:v></x:c>',
      { kind: 'number', text: '7', exact: true },
    ],
  ])('%s is read', async (cell, expected) => {
    expect(await one(cell)).toEqual(expected)
  })

  test('rows that hold nothing are left out, and one far below the last is no reason to refuse', async () => {
    const rows = await rowsOf(
      sheet(
        '<row r="1"><c r="A1"/></row><row r="3"><c r="C3"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
      ),
    )
    expect(rows).toEqual([
      { number: 3, cells: [{ kind: 'empty' }, { kind: 'empty' }, { kind: 'number', text: '1', exact: true }] },
    ])
  })

  test.each([
    [
      'a row below the limit',
      '<row r="100101"><c r="A100101"><v>1</v></c></row>',
      { code: 'WORKBOOK_TOO_LARGE', at: { row: 100_101, column: 0 } },
    ],
    [
      'a column beyond the limit',
      '<row r="1"><c r="CW1"><v>1</v></c></row>',
      { code: 'WORKBOOK_TOO_LARGE', at: { row: 1, column: 100 } },
    ],
    [
      'a cell that is too long',
      `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(32_768)}</v></c></row>`,
      { code: 'WORKBOOK_TOO_LARGE' },
    ],
    ['a tag without end', '<row r="1"><c r="A1"><v>1</v></c>', { code: 'WORKBOOK_DAMAGED' }],
    ['rows in disorder', '<row r="2"/><row r="1"/>', { code: 'WORKBOOK_DAMAGED' }],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', { code: 'WORKBOOK_DAMAGED' }],
    [
      'the same cell twice',
      '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
      { code: 'WORKBOOK_DAMAGED' },
    ],
    [
      'a number that is none',
      '<row r="1"><c r="A1"><v>a</v></c></row>',
      { code: 'WORKBOOK_DAMAGED', at: { row: 1, column: 0 } },
    ],
    [
      'a text that the table of texts does not have',
      '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
      { code: 'WORKBOOK_DAMAGED', at: { row: 1, column: 0 } },
    ],
    [
      'an entity that nobody knows',
      '<row r="1"><c r="A1" t="str"><v>&boom;</v></c></row>',
      { code: 'WORKBOOK_DAMAGED' },
    ],
    ['elements nested without end', '<a>'.repeat(100) + '</a>'.repeat(100), { code: 'WORKBOOK_DAMAGED' }],
  ])('%s is refused', async (_, data, refusal) => {
    expect(await readAll(sheet(data))).toMatchObject({ ok: false, ...refusal })
  })

  test('one whose only sheet is hidden has nothing to read', async () => {
    expect(await readAll(sheet('', { state: 'state="hidden"' }))).toMatchObject({ code: 'SHEET_UNKNOWN' })
  })

  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  const good = workbookParts(row)
  const withPart = (part: Part) => zipOf([...good, part])
  const withSheet = (claims: Partial<Part>) =>
    zipOf(good.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, ...claims } : part)))

  test.each([
    ['a macro', withPart({ name: 'xl/vbaProject.bin', text: 'x' }), 'WORKBOOK_MACROS'],
    [
      'the type of a workbook with macros',
      sheet('', { mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      'WORKBOOK_MACROS',
    ],
    [
      'the type of a binary workbook',
      sheet('', { mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
      'WORKBOOK_OLD',
    ],
    [
      'the type of a document',
      sheet('', { mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
      'WORKBOOK_UNKNOWN',
    ],
    [
      'a link to another workbook',
      withPart({ name: 'xl/externalLinks/externalLink1.xml', text: 'x' }),
      'WORKBOOK_LINKS',
    ],
    ['a connection to a database', withPart({ name: 'xl/connections.xml', text: 'x' }), 'WORKBOOK_LINKS'],
    ['a part with a password', withSheet({ flags: 1 }), 'WORKBOOK_PASSWORD'],
    ['a part packed in a way nobody unpacks', withSheet({ method: 12 }), 'WORKBOOK_DAMAGED'],
    ['a part of the wrong checksum', withSheet({ crc: 1 }), 'WORKBOOK_DAMAGED'],
    ['a part that is smaller than it says', withSheet({ size: 100_000 }), 'WORKBOOK_DAMAGED'],
    ['a part that is larger than it says', withSheet({ size: 10 }), 'WORKBOOK_BOMB'],
    ['a part that says it is a thousand times its packed size', withSheet({ size: 50_000_000 }), 'WORKBOOK_BOMB'],
    ['a size that points to zip64', withSheet({ size: 0xffffffff }), 'WORKBOOK_DAMAGED'],
    ['a header that names another part', withSheet({ nameInHeader: 'xl/worksheets/sheet2.xml' }), 'WORKBOOK_DAMAGED'],
    ['a name twice', withPart({ name: 'XL/workbook.xml', text: 'x' }), 'WORKBOOK_DAMAGED'],
    ['a name that climbs out', withPart({ name: 'xl/../../etc/passwd', text: 'x' }), 'WORKBOOK_DAMAGED'],
    ['a name from the root', withPart({ name: '/etc/passwd', text: 'x' }), 'WORKBOOK_DAMAGED'],
    ['a name with backslashes', withPart({ name: 'xl\\workbook2.xml', text: 'x' }), 'WORKBOOK_DAMAGED'],
    ['a drive', withPart({ name: 'C:evil.xml', text: 'x' }), 'WORKBOOK_DAMAGED'],
    [
      'parts that lie over each other',
      zipOf([...good, { name: 'xl/workbook.xml2', nameInHeader: 'xl/workbook.xml', text: 'x', sharesWith: 3 }]),
      'WORKBOOK_DAMAGED',
    ],
    [
      'more parts than any workbook has',
      zipOf([...good, ...Array.from({ length: 1_000 }, (_, index): Part => ({ name: `p${index}`, text: '' }))]),
      'WORKBOOK_BOMB',
    ],
    ['a directory that promises parts it does not have', zipOf(good, { count: 40 }), 'WORKBOOK_DAMAGED'],
    ['its end cut off', zipOf(good).subarray(0, -30), 'WORKBOOK_DAMAGED'],
    ['nothing but the beginning', zipOf(good).subarray(0, 200), 'WORKBOOK_DAMAGED'],
    ['no sheet', zipOf(good.slice(0, -1)), 'WORKBOOK_DAMAGED'],
    [
      'a document type that declares entities',
      withSheet({ text: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>' }),
      'WORKBOOK_DAMAGED',
    ],
    [
      'bytes in it that are not UTF-8',
      withSheet({ text: Buffer.from('<worksheet>\xFF</worksheet>', 'latin1') }),
      'WORKBOOK_DAMAGED',
    ],
    [
      'more bytes than are read at all',
      Buffer.concat([zipOf(good), Buffer.alloc(workbookLimits.fileBytes)]),
      'WORKBOOK_TOO_LARGE',
    ],
  ])('%s is refused', async (_, file, code) => {
    expect(await readAll(file)).toMatchObject({ ok: false, code })
  })

  test('the same part under two names, each with a header of its own, does not lie over itself', async () => {
    expect(await readAll(withPart({ name: 'docProps/app.xml', text: 'x', stored: true }))).toMatchObject({ ok: true })
  })

  test('whatever is cut off or changed in a file of LibreOffice, the answer is a value', async () => {
    const whole = fixture('libreoffice.xlsx')
    for (let cut = 0; cut < whole.length; cut += 197) {
      const damaged = Buffer.from(whole)
      damaged[cut] = (damaged[cut] ?? 0) ^ 0xff
      const read = await readAll(damaged)
      expect(typeof read.ok).toBe('boolean')
      expect((await readAll(whole.subarray(0, cut))).ok).toBe(false)
    }
  })
})
