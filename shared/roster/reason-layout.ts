import { shown, type SheetRow } from './cell'
import type { Layout, Line } from './layout'

export const reasonHeading = '未导入原因'

/** Nothing in it is a quantity: it is a copy of texts. */
const copied = { width: 16, digits: true } as const
const reason = { width: 60 } as const
const formulaShown = '（公式）'

/** 退回原表: every row of the file where it stood, and behind its last column why it was not taken. Cells are texts; a formula is not repeated. */
export function reasonLayout(
  rows: readonly SheetRow[],
  headRow: number,
  reasons: ReadonlyMap<number, string>,
  watermark: string,
): Layout {
  let columns = 0
  for (const { cells } of rows) columns = Math.max(columns, cells.length)
  const lines: Line[] = []
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push({ kind: 'blank' })
    const texts = cells.map((cell) => (cell.kind === 'formula' ? formulaShown : shown(cell)))
    const said = number === headRow ? reasonHeading : reasons.get(number)
    if (said !== undefined) {
      while (texts.length < columns) texts.push('')
      texts.push(said)
    }
    lines.push({ kind: 'row', cells: texts })
  }
  return {
    name: reasonHeading,
    orientation: 'landscape',
    columns: [...Array.from({ length: columns }, () => copied), reason],
    lines,
    watermark,
  }
}
