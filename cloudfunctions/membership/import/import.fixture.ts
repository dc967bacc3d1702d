import { createHash } from 'node:crypto'
import type { ImportId, UnionId } from '../../../shared/core/ids'
import { organisationColumns, rosterColumns } from '../../../shared/roster/annexes'
import { goesOn, pieceBytes, piecesOf } from '../../../shared/roster/import'
import type { Value } from '../../../shared/roster/layout'
import { somebody } from '../../../tests/forms'
import { granted, type TestSystem } from '../../../tests/system'
import { writeLayout } from '../../_kernel/workbook/write-xlsx'

type System = Pick<TestSystem, 'ask'>

/** Who brings a file, and for which union. */
export interface Bringer {
  readonly as: string
  readonly union: UnionId
}

const rosterHeads = rosterColumns.map(({ heading }) => heading)
export const organisationHeads = organisationColumns.map(({ heading }) => heading)

type Worker = ReturnType<typeof somebody>

/** A row of annex 3 about this person, as somebody fills it in. */
export function rosterRow(worker: Worker = somebody(), change: Readonly<Record<string, Value>> = {}): readonly Value[] {
  const said: Readonly<Record<string, Value>> = {
    number: 1,
    name: worker.name,
    sex: Number(worker.number.charAt(16)) % 2 === 1 ? '男' : '女',
    idNumber: worker.number,
    nationality: '中国',
    education: '本科',
    mobile: worker.mobile,
    household: '农村',
    unit: '示例机械有限公司',
    employment: '在岗',
    office: '',
    ...change,
  }
  return rosterColumns.map(({ key }) => said[key] ?? '')
}

/** A table with these headings, as XLSX. */
export function tableFile(headings: readonly string[], rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  return writeLayout({
    name: '表',
    orientation: 'landscape',
    columns: headings.map(() => ({ width: 12, digits: true })),
    lines: [{ kind: 'headings', cells: headings }, ...rows.map((cells) => ({ kind: 'row', cells }) as const)],
    watermark: '',
  })
}

export const rosterFile = (rows: readonly (readonly Value[])[]) => tableFile(rosterHeads, rows)
export const rosterCsv = (rows: readonly (readonly Value[])[]) =>
  [rosterHeads, ...rows].map((cells) => cells.map(String).join(',')).join('\r\n')

export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
export const pieceOf = (bytes: Uint8Array, piece: number) =>
  Buffer.from(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)).toString('base64url')

/** Brings the first piece of a file, and no more. */
export async function cutOff(system: System, { as, union }: Bringer, bytes: Uint8Array): Promise<ImportId> {
  const asked = { union, fileName: '断了的.csv', bytes: bytes.length, digest: digestOf(bytes) }
  const { import: id } = granted(await system.ask(as, 'membership', 'openImport', asked))
  const first = { union, import: id, piece: 0, content: pieceOf(bytes, 0) }
  granted(await system.ask(as, 'membership', 'putImportPiece', first))
  return id
}

/** Brings a file, whole; it is read by its bytes when it is carried on. */
export async function uploaded(system: System, { as, union }: Bringer, bytes: Uint8Array, fileName = '花名册.xlsx') {
  const asked = { union, fileName, bytes: bytes.length, digest: digestOf(bytes) }
  const { import: id, pieces } = granted(await system.ask(as, 'membership', 'openImport', asked))
  for (let piece = pieces; piece < piecesOf(bytes.length); piece++)
    granted(
      await system.ask(as, 'membership', 'putImportPiece', {
        union,
        import: id,
        piece,
        content: pieceOf(bytes, piece),
      }),
    )
  granted(await system.ask(as, 'membership', 'carryImport', { union, import: id }))
  return id
}

/** Calls as a page does, until somebody has to decide. */
export async function carried(system: System, { as, union }: Bringer, id: ImportId) {
  for (;;) {
    const view = granted(await system.ask(as, 'membership', 'carryImport', { union, import: id }))
    if (!goesOn(view.state)) return view
  }
}

/** Brings a file, takes its columns as they are suggested, and has it checked. */
export async function checkedFile(system: System, by: Bringer, bytes: Uint8Array, fileName?: string) {
  const id = await uploaded(system, by, bytes, fileName)
  const of = { union: by.union, import: id }
  const columns = granted(await system.ask(by.as, 'membership', 'importColumns', of))
  const mapping = { annex: columns.annex, headRow: columns.headRow, columns: columns.columns }
  granted(await system.ask(by.as, 'membership', 'mapImport', { ...of, ...mapping }))
  return { id, columns, view: await carried(system, by, id) }
}

/** And has it written. */
export async function importedFile(system: System, by: Bringer, bytes: Uint8Array) {
  const { id } = await checkedFile(system, by, bytes)
  granted(await system.ask(by.as, 'membership', 'applyImport', { union: by.union, import: id }))
  return { id, view: await carried(system, by, id) }
}

export async function rowsOf(
  system: System,
  { as, union }: Bringer,
  id: ImportId,
  outcome: 'new' | 'changed' | 'same' | 'refused',
) {
  return granted(await system.ask(as, 'membership', 'importRows', { union, import: id, outcome })).rows
}
