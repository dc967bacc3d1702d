import { z } from 'zod'
import { unreachable } from '../core/unreachable'
import { organisationColumns, rosterColumns, type OrganisationKey, type RosterKey } from './annexes'
import { problemSentences, reasonText, type RowProblem } from './row-problems'
import { workbookLimits } from './workbook'

/**
 * 导入的一步步: the file comes in pieces (`uploading`), somebody says what its columns are (`mapping`), its rows are read (`reading`) and held against the
 * register (`matching`) without changing anything, looked at (`checked`), and written (`applying`). `refused`: the file cannot be read.
 */
export const ImportState = z.enum([
  'uploading',
  'mapping',
  'reading',
  'matching',
  'checked',
  'applying',
  'done',
  'refused',
  'cancelled',
])
export type ImportState = z.infer<typeof ImportState>

/** Whether there is something to do that nobody has to decide on. */
export function goesOn(state: ImportState): boolean {
  switch (state) {
    case 'reading':
    case 'matching':
    case 'applying':
      return true
    case 'uploading':
    case 'mapping':
    case 'checked':
    case 'done':
    case 'refused':
    case 'cancelled':
      return false
    default:
      return unreachable(state)
  }
}

/** 附件 3 or 附件 1: what a file is a table of. */
export const ImportAnnex = z.enum(['roster', 'organisation'])
export type ImportAnnex = z.infer<typeof ImportAnnex>

/** What comes of a row: somebody or something new, something else than what is on file, nothing, or a reason why not. */
export const RowOutcome = z.enum(['new', 'changed', 'same', 'refused'])
export type RowOutcome = z.infer<typeof RowOutcome>

export const OutcomeCounts = z.strictObject({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
})
export type OutcomeCounts = z.infer<typeof OutcomeCounts>
export const noRows: OutcomeCounts = { new: 0, changed: 0, same: 0, refused: 0 }

export function counted(outcomes: readonly RowOutcome[]): OutcomeCounts {
  const counts = { ...noRows }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}

export function together(one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts {
  const sum = { ...noRows }
  for (const outcome of RowOutcome.options) sum[outcome] = one[outcome] + other[outcome]
  return sum
}

/** So many rows are looked over one by one before they are written; beyond, a browser that was left open could put a whole register out of order. */
const lookedOver = 100

/** 要手机确认: a desk writes that many rows only with the hand of whoever is signed in there. */
export function needsOwnHand(checked: OutcomeCounts): boolean {
  return checked.new + checked.changed > lookedOver
}

/** 分片: what one call carries; in base64url it is 174,763 characters. */
export const pieceBytes = 128 * 1024
export const largestFile = workbookLimits.fileBytes
export const piecesOf = (bytes: number) => Math.ceil(bytes / pieceBytes)

/** The column without which a row is nobody’s. */
const neededColumns: Readonly<Record<ImportAnnex, readonly string[]>> = {
  roster: ['name', 'idNumber'],
  organisation: ['name'],
}

const keysOf: Readonly<Record<ImportAnnex, readonly string[]>> = {
  roster: rosterColumns.map(({ key }) => key),
  organisation: organisationColumns.map(({ key }) => key),
}

/** Whether these columns can be read: known ones, none twice, the needed ones among them. */
export function areColumns(annex: ImportAnnex, columns: Readonly<Record<string, number>>): boolean {
  const places = Object.values(columns)
  return (
    Object.keys(columns).every((key) => keysOf[annex].includes(key)) &&
    new Set(places).size === places.length &&
    neededColumns[annex].every((key) => columns[key] !== undefined)
  )
}

/** 列名, as the annex has it. */
export function headingOf(annex: ImportAnnex, key: string): string {
  const columns: readonly { readonly key: RosterKey | OrganisationKey; readonly heading: string }[] =
    annex === 'roster' ? rosterColumns : organisationColumns
  return columns.find((column) => column.key === key)?.heading ?? key
}

/** 未导入原因 of a kept row. */
export function reasonsOf(annex: ImportAnnex, problems: readonly RowProblem<string>[]): string {
  return reasonText(problems, (key) => headingOf(annex, key))
}

/** 提醒: what somebody should know of a row that is taken all the same. */
export const noteSentences = {
  'mobile-own': '手机号由本人用微信验证过，没有改',
  'unit-unlisted': '所属单位不在本会的单位名单里，照表里的写法登记',
  'unit-kept': '所属单位不在本会的单位名单里，登记的单位没有改',
  'name-by-code': '工会名称和登记的不一样，是按单位代码对上的；名称没有改',
  'members-differ': '会员人数和花名册对不上，以花名册为准',
  'not-told': '有没填报过的项，仍然空着；请在名录或半年核对时补上',
  'staff-computed': '职工人数由覆盖的单位加起来，没有改',
} as const
export type RowNote = keyof typeof noteSentences
export const isRowNote = (word: string): word is RowNote => Object.keys(noteSentences).includes(word)

export const isProblemCode = (word: string): word is keyof typeof problemSentences =>
  Object.keys(problemSentences).includes(word)
