import type { RosterHead } from './annex-layouts'
import { rosterHeads } from './annexes'
import { shown, type SheetRow } from './cell'
import { unguarded } from './guarded-text'

/** 表头 (附件 3): what the lines above the columns say of the union and of whom to ask; what they leave out is empty. */
export function readRosterHead(rows: readonly SheetRow[], headRow: number): RosterHead {
  const above = rows.filter(({ number }) => number < headRow)
  const said = (label: string) => above.map((row) => after(label, row)).find((text) => text !== '') ?? ''
  return {
    unionName: said(rosterHeads.unionName),
    contact: said(rosterHeads.contact),
    phone: said(rosterHeads.phone),
  }
}

/** 别的工会的表: the head names another union than the one that it is brought to; a table without a head names none. */
export function namesAnother({ unionName }: Pick<RosterHead, 'unionName'>, own: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')
  return unionName !== '' && plain(unionName) !== plain(own)
}

/** Behind the label, in its own cell or in the next that holds something. */
function after(label: string, { cells }: SheetRow): string {
  const texts = cells.map((cell) => unguarded(shown(cell)).normalize('NFC').trim())
  const word = label.slice(0, -1)
  const at = texts.findIndex((text) => text.replace(/\s/g, '').startsWith(word))
  if (at === -1) return ''
  const own = (texts[at] ?? '').replace(/^[^:：]*[:：]?/, '').trim()
  return own !== '' ? own : (texts.slice(at + 1).find((text) => text !== '') ?? '')
}
