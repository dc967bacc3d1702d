import { shown, type SheetRow } from './cell'
import type { Layout, Line } from './layout'

export const reasonHeading = '未导入原因'

/** A copy of texts. Only columns of long numbers are kept as such, where a number that is typed anew must not lose its digits: a style costs memory in every cell. */
const copied = { width: 16 } as const
const digits = { width: 20, digits: true } as const
const reason = { width: 60 } as const
const longNumber = /\d{11}|^0\d+$|\dE\+?\d/i
const formulaShown = '（公式）'

/** A row as it goes back: its texts alone, so that a hundred thousand of them fit into the memory of a function. */
export interface CopiedRow {
  readonly number: number
  readonly texts: readonly string[]
}

/** The rows of a file, as they are read. */
export interface Copied {
  readonly rows: CopiedRow[]
  /** How wide the widest is, and in which columns a long number stands. */
  columns: number
  readonly digits: Set<number>
}

/** Puts rows behind those that are there. What many rows say alike is held once. */
export function copying(): { readonly copied: Copied; add(rows: readonly SheetRow[]): void } {
  const copied: Copied = { rows: [], columns: 0, digits: new Set() }
  const known = new Map<string, string>()
  const once = (text: string) => {
    const held = known.get(text)
    if (held === undefined && known.size < mostKnown) known.set(text, text)
    return held ?? text
  }
  return {
    copied,
    add: (rows) => {
      for (const { number, cells } of rows) {
        copied.columns = Math.max(copied.columns, cells.length)
        const texts = cells.map((cell) => once(cell.kind === 'formula' ? formulaShown : shown(cell)))
        for (const [column, text] of texts.entries()) if (longNumber.test(text)) copied.digits.add(column)
        copied.rows.push({ number, texts })
      }
    },
  }
}
const mostKnown = 2_000

/**
 * 退回原表: every row of the file where it stood, and behind its last column why it was not taken. Cells are texts; a formula is not repeated. Lines are made once, as they
 * are written, and the rows are let go with them.
 */
export function reasonLayout(
  { rows, columns, digits: ofDigits }: Copied,
  headRow: number,
  reasons: ReadonlyMap<number, string>,
  watermark: string,
): Layout {
  const places = Array.from({ length: columns }, (_, column) => (ofDigits.has(column) ? digits : copied))
  return {
    name: reasonHeading,
    orientation: 'landscape',
    columns: [...places, reason],
    lines: linesOf(rows, columns, (row) => (row === headRow ? reasonHeading : reasons.get(row))),
    watermark,
  }
}

function* linesOf(
  rows: CopiedRow[],
  columns: number,
  saidOf: (row: number) => string | undefined,
): Generator<Line, void, undefined> {
  let written = 0
  rows.reverse()
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) {
    const { number, texts } = row
    for (; written < number - 1; written++) yield { kind: 'blank' }
    const said = saidOf(number)
    const padding = Array.from({ length: columns - texts.length }, () => '')
    yield { kind: 'row', cells: said === undefined ? texts : [...texts, ...padding, said] }
    written += 1
  }
}
