import type { WorkbookLimits } from '../../../shared/roster/workbook'
import type { Package } from './package-parts'
import { Unreadable } from './unreadable'
import { readWholeXml } from './xml'

/** 共享字符串: most cells of a sheet only name a line of this table. It is the one thing that has to be held as a whole, so it has limits of its own. */
export async function readSharedStrings(
  parts: Package,
  part: string | undefined,
  limits: WorkbookLimits,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  if (parts.sizeOf(part) > limits.stringsBytes) throw new Unreadable('WORKBOOK_TOO_LARGE', { part })
  const text = richText(limits, part)
  await readWholeXml(parts.pieces(part), part, {
    open: text.open,
    text: text.text,
    close: (element) => {
      text.close(element)
      if (element !== 'si') return
      if (strings.length >= limits.strings) throw new Unreadable('WORKBOOK_TOO_LARGE', { part })
      strings.push(text.take())
    },
  })
  return strings
}

/** Puts together the text of `<si>` or `<is>`: of its runs, without the readings that stand over them (`rPh`). */
export function richText(limits: Pick<WorkbookLimits, 'cellCharacters'>, part: string) {
  let found = ''
  let inText = false
  let inReading = false
  return {
    open: (element: string) => {
      if (element === 't') inText = true
      else if (element === 'rPh') inReading = true
    },
    text: (text: string) => {
      if (!inText || inReading) return
      found += text
      if (found.length > limits.cellCharacters) throw new Unreadable('WORKBOOK_TOO_LARGE', { part })
    },
    close: (element: string) => {
      if (element === 't') inText = false
      else if (element === 'rPh') inReading = false
    },
    take: () => {
      const whole = unescaped(found)
      found = ''
      return whole
    },
  }
}

/** `_x000D_`: how control characters stand in XML (ECMA-376 part 1, §22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
