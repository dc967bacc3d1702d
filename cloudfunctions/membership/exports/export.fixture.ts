import type { ExportId, UnionId } from '../../../shared/core/ids'
import { granted, type TestSystem } from '../../../tests/system'
import { openedWith } from '../../_kernel/workbook/opened.fixture'

type System = Pick<TestSystem, 'ask'>

/** Who exports, and for which union. */
export interface Asker {
  readonly as: string
  readonly union: UnionId
}

export const reason = '报送区总工会备案'

export async function openedExport(system: System, { as, union }: Asker, input: object = {}): Promise<ExportId> {
  const asked = { union, of: union, annex: 'roster', form: 'annex', reason, ...input }
  return granted(await system.ask(as, 'membership', 'openExport', asked)).export
}

/** Calls as a page does, until every row is gathered. */
export async function gathered(system: System, { as, union }: Asker, id: ExportId) {
  for (;;) {
    const view = granted(await system.ask(as, 'membership', 'carryExport', { union, export: id }))
    if (view.state !== 'gathering') return view
  }
}

export async function readyExport(system: System, by: Asker, input: object = {}): Promise<ExportId> {
  const id = await openedExport(system, by, input)
  await gathered(system, by, id)
  return id
}

/** The file, encrypted as its officer gets it, with the password that is told once. */
export async function sealedFile(system: System, { as, union }: Asker, id: ExportId, part = 0) {
  const of = { union, export: id, part }
  const made = granted(await system.ask(as, 'membership', 'sealExport', of))
  const parts: Buffer[] = []
  for (let piece = 0; piece < made.pieces; piece++) {
    const { content } = granted(await system.ask(as, 'membership', 'exportPiece', { ...of, piece }))
    parts.push(Buffer.from(content, 'base64url'))
  }
  return { ...made, bytes: Buffer.concat(parts) }
}

/** The rows of the file’s only sheet, as Excel shows them to whoever has the password. */
export const opened = ({ bytes, password }: { readonly bytes: Uint8Array; readonly password: string }) =>
  openedWith(password, bytes)
