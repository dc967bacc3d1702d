import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workbookParts, zipOf, type Part } from './zip.fixture'

const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads the file in a process of its own whose heap ends at 256 MiB: a process that dies of it fails the test. */
function readWithSmallHeap(file: Buffer): unknown {
  const path = join(folder, 'file')
  writeFileSync(path, file)
  const script = join(__dirname, 'read-all.fixture.ts')
  const printed = execFileSync(process.execPath, ['--max-old-space-size=256', '--import', 'tsx', script, path])
  return JSON.parse(printed.toString())
}

const filler = '<x y="1"/>'
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`
const withSheet = (text: string | Buffer, claims: Partial<Part> = {}) =>
  zipOf(workbookParts('').map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, text, ...claims } : part)))
const numbers = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')
/** Text that hardly packs, so that no ratio gives it away. */
const noise = (index: number) => ((index * 2_654_435_761) >>> 0).toString(36).padStart(7, 'q')

test.each([
  [
    'a bomb that says what it is: 400 KB, 400 MB unpacked',
    () => withSheet(Buffer.alloc(400_000_000, filler)),
    { refused: 'WORKBOOK_BOMB', cells: 0 },
  ],
  [
    'a bomb that says it is small',
    () => withSheet(Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(100_000_000, filler)]), { size: 100_000 }),
    { refused: 'WORKBOOK_BOMB', cells: 0 },
  ],
  [
    'one endless text',
    () => withSheet(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${numbers(500_000, noise)}`),
    { refused: 'WORKBOOK_TOO_LARGE', cells: 0 },
  ],
  [
    'one tag with endless attributes',
    () => withSheet(`<worksheet ${numbers(200_000, (index) => `a${noise(index)}${index}="" `)}/>`),
    { refused: 'WORKBOOK_TOO_LARGE', cells: 0 },
  ],
  [
    'a row of half a million empty cells',
    () =>
      withSheet(
        `<worksheet><sheetData>${row(
          1,
          numbers(500_000, (index) => `<c s="${noise(index)}"/>`),
        )}</sheetData></worksheet>`,
      ),
    { refused: null, cells: 0 },
  ],
  [
    'more texts to share than are held',
    () =>
      zipOf(
        workbookParts('', {
          strings: `<sst>${numbers(1_300_001, (index) => `<si><t>${noise(index)}${index}</t></si>`)}</sst>`,
        }),
      ),
    { refused: 'WORKBOOK_TOO_LARGE', cells: 0 },
  ],
  [
    'texts to share that keep the pieces alive in which they came',
    () =>
      zipOf(
        workbookParts(row(1, '<c r="A1" t="s"><v>0</v></c>'), {
          strings: `<sst>${numbers(60_000, (index) => `<si><t>工会会员花名册里的一段文字${index}</t>${numbers(120, () => noise(index))}</si>`)}</sst>`,
        }),
      ),
    { refused: null, cells: 1 },
  ],
  ['a table of nothing but commas', () => Buffer.alloc(20_000_000, ','), { refused: 'WORKBOOK_TOO_LARGE', cells: 0 }],
  [
    'thirty thousand rows of twelve columns',
    () =>
      zipOf(
        workbookParts(
          numbers(30_000, (index) =>
            row(
              index + 1,
              numbers(12, (column) => `<c t="inlineStr"><is><t>${noise(index)}第${column}列</t></is></c>`),
            ),
          ),
        ),
      ),
    { refused: null, cells: 360_000 },
  ],
])(
  '%s is read, or refused, in a heap of 256 MiB',
  (_, file, expected) => {
    expect(readWithSmallHeap(file())).toEqual(expected)
  },
  180_000,
)
