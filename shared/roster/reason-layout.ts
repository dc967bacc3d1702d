import { shown, type SheetRow } from './cell'
import type { Layout, Line } from './layout'

export const reasonHeading = '未导入原因'

const columnWidth = 16
const reasonWidth = 60
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
    const reason = number === headRow ? reasonHeading : reasons.get(number)
    if (reason !== undefined) {
      while (texts.length < columns) texts.push('')
      texts.push(reason)
    }
    lines.push({ kind: 'row', cells: texts })
  }
  return {
    name: reasonHeading,
    orientation: 'landscape',
    widths: [...new Array<number>(columns).fill(columnWidth), reasonWidth],
    lines,
    watermark,
  }
}
