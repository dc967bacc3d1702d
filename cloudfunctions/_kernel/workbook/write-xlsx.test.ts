import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { letter2018, letterCurrent } from '../../../shared/policy/letters'
import { letterLayout, organisationLayout, rosterLayout, type Frame } from '../../../shared/roster/annex-layouts'
import { rosterColumns } from '../../../shared/roster/annexes'
import { shown, type SheetRow } from '../../../shared/roster/cell'
import { organisationChecker, rosterChecker } from '../../../shared/roster/check-rows'
import type { Layout } from '../../../shared/roster/layout'
import { suggestOrganisationMapping, suggestRosterMapping } from '../../../shared/roster/mapping'
import { readRosterHead } from '../../../shared/roster/roster-head'
import { copying, reasonLayout } from '../../../shared/roster/reason-layout'
import { anyOrganisationEntry, anyRosterEntry, today } from './entries.fixture'
import { oneTimePassword } from './one-time-password'
import { readAll } from './read-all.fixture'
import { writeLayout, writeList } from './write-xlsx'

const headings = rosterColumns.map(({ heading }) => heading)
const frame: Frame = {
  place: '长兴县',
  checks: [
    { unionName: '示例机械有限公司工会', checkedOn: '2026-11-20' },
    { unionName: '示例镇总工会', checkedOn: undefined },
  ],
  watermark: '仅供长兴县总工会 & 示例镇总工会核对 王芳 2026-11-20 编号 K7M2',
}
const head = { unionName: '示例机械有限公司工会', contact: '王芳', phone: '0572-6022447' }

async function rowsOf(layout: Layout) {
  const read = await readAll(await writeLayout(layout))
  if (!read.ok) throw new Error(read.code)
  return read.rows
}
const texts = async (layout: Layout) => (await rowsOf(layout)).map(({ cells }) => cells.map(shown))

describe('export and then import is the identity', () => {
  test('of annex 3, whatever names and words people have', async () => {
    const list = fc.uniqueArray(anyRosterEntry, {
      selector: ({ id, nationality }) => id.value + nationality,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(list, async (entries) => {
        const rows = await rowsOf(rosterLayout(entries, head, headings, frame))
        const mapping = suggestRosterMapping(rows)
        if (mapping === undefined) throw new Error('no headings')
        expect(mapping.missing).toEqual([])
        expect(readRosterHead(rows, mapping.headRow)).toEqual(head)
        const checked = rosterChecker(mapping, { today, minAge: 16 })(rows)
        expect(checked).toEqual(entries.map((entry, index) => ({ ok: true, row: index + 6, entry })))
      }),
      { numRuns: 60 },
    )
  })

  test('of annex 1', async () => {
    const list = fc.uniqueArray(anyOrganisationEntry, {
      selector: ({ unitCode, name }) => `${unitCode} ${name}`,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(list, async (entries) => {
        const rows = await rowsOf(organisationLayout(entries, frame))
        const mapping = suggestOrganisationMapping(rows)
        if (mapping === undefined) throw new Error('no headings')
        const checked = organisationChecker(mapping, { today, landline: null })(rows)
        expect(checked).toEqual(entries.map((entry, index) => ({ ok: true, row: index + 3, entry })))
      }),
      { numRuns: 60 },
    )
  })
})

describe('an annex as a file', () => {
  test('annex 3 has its title, its head, its columns, and below the table who examined it and for whom it was made', async () => {
    expect(await texts(rosterLayout([], head, headings, frame))).toEqual([
      ['长兴县基层工会会员花名册'],
      ['工会名称:', '', '示例机械有限公司工会'],
      ['联系人:', '', '王芳'],
      ['联系电话:', '', '0572-6022447'],
      headings,
      [expect.stringMatching(/^备注: 《长兴县基层工会会员花名册》纸质稿一式三份/)],
      ['注：审核情况 示例机械有限公司工会：已审核（2026-11-20）；示例镇总工会：未审核'],
      [`注：${frame.watermark}`],
    ])
  })

  test('annex 2 has the letter’s text, two blocks side by side, and fills a page down the left and then down the right', async () => {
    const signers = Array.from({ length: 51 }, (_, index) => ({
      name: `会员${index + 1}`,
      card: index % 2 === 0,
      wechat: true,
    }))
    const layout = () => letterLayout(signers, letter2018, frame)
    const [title, text, columns, first, ...others] = await texts(layout())
    expect(title).toEqual(['中华全国总工会入会申请书'])
    expect(text).toEqual([letter2018.text])
    expect(columns).toHaveLength(10)
    expect(first).toEqual(['1', '会员1', '', '√', '√', '25', '会员25', '', '√', '√'])
    expect(others[23]).toEqual(['49', '会员49', '', '√', '√'])
    expect([...layout().lines].filter((line) => line.kind === 'signing' && line.endsPage)).toHaveLength(1)
  })

  test('annex 2 says whose letter had other words than those above the table', async () => {
    const signers = [letterCurrent, letter2018, letterCurrent, letterCurrent].map(({ text }, index) => ({
      name: `会员${index + 1}`,
      card: false,
      wechat: true,
      agreedTo: text,
    }))
    const notes = (await texts(letterLayout(signers, letter2018, frame)))
      .flat()
      .filter((text) => text.includes('签的申请书是'))
    expect(notes).toEqual([`注：序号 1、3—4 签的申请书是：${letterCurrent.text}`])
  })

  test('a long number is a text, a count is a number, and what begins like a formula carries an apostrophe', async () => {
    const [entry] = fc.sample(anyRosterEntry, { numRuns: 1, seed: 1 })
    if (entry === undefined) throw new Error('no entry')
    const [row] = (await rowsOf(rosterLayout([{ ...entry, office: '=HYPERLINK("x")' }], head, headings, frame))).slice(
      5,
    )
    expect(row?.cells[0]).toEqual({ kind: 'number', text: '1', exact: true })
    expect(row?.cells[3]).toEqual({ kind: 'text', text: entry.id.value })
    expect(row?.cells[10]).toEqual({ kind: 'text', text: `'=HYPERLINK("x")` })
  })

  test('with a password it is encrypted, and this system’s own reader says so', async () => {
    const file = await writeLayout(rosterLayout([], head, headings, frame), { password: oneTimePassword() })
    expect(Buffer.from(file).subarray(0, 4).toString('hex')).toBe('d0cf11e0')
    expect(await readAll(file)).toMatchObject({ ok: false, code: 'WORKBOOK_PASSWORD' })
  })

  test('one-time passwords are long, legible and never the same', () => {
    const many = new Set(Array.from({ length: 500 }, oneTimePassword))
    expect(many.size).toBe(500)
    for (const password of many) expect(password).toMatch(/^([A-HJKMNP-Z2-9]{5}-){3}[A-HJKMNP-Z2-9]{5}$/)
  })
})

test('a file goes back with every row where it stood, and its reasons in a column behind the last', async () => {
  const rows = [
    {
      number: 1,
      cells: [
        { kind: 'text', text: '姓名' },
        { kind: 'text', text: '身份证号' },
      ],
    },
    { number: 3, cells: [{ kind: 'text', text: '王芳' }] },
    { number: 4, cells: [{ kind: 'formula' }, { kind: 'number', text: '3.7020219900307E+17', exact: false }] },
  ] as const
  const reasons = new Map([
    [3, '身份证号：没有填'],
    [4, '姓名：是公式'],
  ])
  const back = await rowsOf(reasonLayout(copiedOf(rows), 1, reasons, '退回'))
  expect(back.map(({ number, cells }) => [number, ...cells.map(shown)])).toEqual([
    [1, '姓名', '身份证号', '未导入原因'],
    [3, '王芳', '', '身份证号：没有填'],
    [4, '（公式）', '3.7020219900307E+17', '姓名：是公式'],
  ])
})

function copiedOf(rows: readonly SheetRow[]) {
  const { copied, add } = copying()
  add(rows)
  return copied
}

test('a list that nobody prints comes back row for row, its long numbers as text', async () => {
  const number = '370202199003070016'
  const rows = Array.from({ length: 6_000 }, (_, at) => ({
    number: at + 1,
    cells: [
      { kind: 'text', text: `王${at}` },
      { kind: 'text', text: at === 0 ? '身份证号' : number },
    ],
  })) satisfies SheetRow[]
  const layout = reasonLayout(copiedOf(rows), 1, new Map([[5_999, '=1']]), '退回')
  const bytes = await writeList({ ...layout, rows: rows.length })
  const back = await readAll(bytes)
  expect(back.ok && back.rows).toHaveLength(6_000)
  expect(back.ok && back.rows[5_998]?.cells.map(shown)).toEqual(['王5998', number, expect.stringMatching(/=1$/)])
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
  expect(sheet?.cells?.get('1,1')?.style?.numFmt).toBe('@')
  expect(sheet?.cells?.get('1,0')?.style?.numFmt).not.toBe('@')
})
