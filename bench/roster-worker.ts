import { readFileSync, writeFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { fileWithReasons } from '../cloudfunctions/membership/import/file-with-reasons'
import { openWorkbook } from '../cloudfunctions/_kernel/workbook/read-workbook'
import { writeLayout } from '../cloudfunctions/_kernel/workbook/write-xlsx'
import { IsoDate } from '../shared/core/time'
import { parsePersonId } from '../shared/identity/person-id'
import { checkCharacter } from '../shared/identity/resident'
import { rosterLayout } from '../shared/roster/annex-layouts'
import { rosterColumns } from '../shared/roster/annexes'
import type { SheetRow } from '../shared/roster/cell'
import { rosterChecker } from '../shared/roster/check-rows'
import { suggestRosterMapping } from '../shared/roster/mapping'
import type { RosterEntry } from '../shared/roster/roster-entry'

/** One measurement in a process of its own, whose heap its parent has limited: prints the seconds it took. */
const today = IsoDate.parse('2026-11-20')
const rows = 100_000
const headings = rosterColumns.map(({ heading }) => heading)
const head = { unionName: '示例机械有限公司工会', contact: '王芳', phone: '0572-6022447' }
const two = (value: number) => String(value).padStart(2, '0')

function entry(index: number): RosterEntry {
  const serial = Math.floor(index / 336)
  const first = `370202${1960 + (serial % 40)}${two(1 + (index % 12))}${two(1 + (Math.floor(index / 12) % 28))}${String(1 + Math.floor(serial / 40)).padStart(3, '0')}`
  const id = parsePersonId(first + checkCharacter(first), today)
  if (!id.ok || id.sex === undefined) throw new Error(first)
  return {
    name: `王小${String.fromCodePoint(0x4e00 + (index % 3000))}`,
    sex: id.sex,
    id,
    nationality: 'CHN',
    education: 'bachelor',
    mobile: String(13_800_000_000 + index),
    household: 'rural',
    unitName: `示例机械第${index % 50}有限公司`,
    employment: '在岗',
    office: '',
  }
}

/** One after the other, as an export reads them. */
function* entries() {
  for (let index = 0; index < rows; index++) yield entry(index)
}
const layout = () => rosterLayout(entries(), head, headings, { place: '长兴县', checks: [], watermark: '仅供核对' })

/** The rows as a program would hand them to a library that knows nothing of annexes. */
const plainRows = () =>
  Array.from(layout().lines, (line) => (line.kind === 'row' || line.kind === 'headings' ? [...line.cells] : []))

/** Every other row is refused. */
function reasonsOf(): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>()
  for (let row = 6; row < rows; row += 2) reasons.set(row, '身份证号码：与本文件的另一行重复（第 5 行）')
  return reasons
}

async function readAndCheck(file: string): Promise<number> {
  const opened = await openWorkbook(readFileSync(file))
  if (!opened.ok) throw new Error(opened.code)
  let check: ReturnType<typeof rosterChecker> | undefined
  let taken = 0
  const first: SheetRow[] = []
  for await (const page of opened.data.pages()) {
    if (!page.ok) throw new Error(page.code)
    if (check === undefined) first.push(...page.data)
    const mapping = check === undefined ? suggestRosterMapping(first) : undefined
    if (mapping !== undefined) check = rosterChecker(mapping, { today, minAge: 16 })
    taken += check?.(page.data).filter(({ ok }) => ok).length ?? 0
  }
  return taken
}

const measured: Readonly<Record<string, (file: string) => Promise<() => Promise<number>>>> = {
  'ours-read': async (file) => () => readAndCheck(file),
  'peer-read': async (file) => async () => {
    const workbook = await readXlsx(readFileSync(file))
    return (workbook.sheets[0]?.rows.length ?? 0) - 7
  },
  'ours-write': async (file) => async () => {
    writeFileSync(file, await writeLayout(layout()))
    return rows
  },
  'ours-return': async (file) => async () => {
    const bytes = await fileWithReasons(readFileSync(file), { headRow: 5, reasons: reasonsOf(), watermark: '仅供核对' })
    return bytes === undefined ? 0 : rows
  },
  'peer-return': async (file) => async () => {
    const reasons = reasonsOf()
    const [sheet] = (await readXlsx(readFileSync(file))).sheets
    const back = (sheet?.rows ?? []).map((cells, at) => [...cells, reasons.get(at + 1) ?? ''])
    return (await writeXlsx({ sheets: [{ name: '一', rows: back }] })).length > 0 ? rows : 0
  },
  'peer-write': async () => {
    const plain = plainRows()
    return async () => ((await writeXlsx({ sheets: [{ name: '一', rows: plain }] })).length > 0 ? rows : 0)
  },
}

async function main(what: string, file: string): Promise<void> {
  const prepared = await measured[what]?.(file)
  if (prepared === undefined) throw new Error(what)
  const begun = process.hrtime.bigint()
  const done = await prepared()
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9
  if (done !== rows) throw new Error(`${what}: ${done} rows`)
  console.log(JSON.stringify({ seconds, residentMiB: Math.round(process.resourceUsage().maxRSS / 1024) }))
}

const [, , what = '', file = ''] = process.argv
main(what, file).catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
