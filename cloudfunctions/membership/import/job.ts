import type { z } from 'zod'
import type { importProcedures } from '../../../shared/contract/membership-import'
import { sentences, type ErrorCode } from '../../../shared/contract/errors'
import type { AccountId, ImportId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { hasOwn } from '../../../shared/core/own'
import { columnName } from '../../../shared/roster/cell'
import { goesOn, piecesOf } from '../../../shared/roster/import'
import type { WorkbookRefusal } from '../../../shared/roster/workbook'
import {
  importPages,
  imports,
  ImportSecrets,
  type ImportPageRecord,
  type ImportRecord,
} from '../../_kernel/records/imports'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { rowsOfPage } from './pages'

/** What carrying an import on needs. Whoever sets it going, it is done for the officer who began it. */
export type ImportPorts = Pick<Call<unknown>, 'store' | 'sealer' | 'indexer' | 'random' | 'files' | 'now' | 'today'> & {
  readonly account: AccountId
}

export type ImportView = z.input<typeof importProcedures.carryImport.output>

/** Of this union, and begun by whoever asks. */
export async function myImport(
  { union, import: id }: { readonly union: UnionId; readonly import: ImportId },
  { store, account }: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<ImportRecord | undefined> {
  const found = await store.get(imports, id)
  return found?.union === union && found.by === account ? found : undefined
}

const placeOf = (id: ImportId) => ({ collection: imports.name, id, field: 'secrets' })

export const secretsOfImport = (
  { _id, secrets }: ImportRecord,
  { sealer }: Pick<ImportPorts, 'sealer'>,
): ImportSecrets => openJson(sealer, placeOf(_id), ImportSecrets, secrets)

export const sealedSecrets = (id: ImportId, secrets: ImportSecrets, { sealer }: Pick<ImportPorts, 'sealer'>): string =>
  sealJson<ImportSecrets>(sealer, placeOf(id), secrets)

export function viewOf(record: ImportRecord, ports: Pick<ImportPorts, 'sealer'>): ImportView {
  const { _id, state, bytes, pieces, annex, rows, next, checked, applied, refused, touchedAt } = record
  return {
    import: _id,
    state,
    fileName: secretsOfImport(record, ports).fileName,
    pieces,
    ofPieces: piecesOf(bytes),
    ...(annex === undefined ? {} : { annex }),
    rows,
    done: goesOn(state) ? Math.min(rows, next * rowsOfPage) : rows,
    checked,
    applied,
    ...(refused === undefined ? {} : { refused: whyRefused(refused) }),
    touchedAt,
  }
}

function whyRefused({ code, row, column }: NonNullable<ImportRecord['refused']>): string {
  const sentence = isErrorCode(code) ? sentences[code] : sentences.WORKBOOK_DAMAGED
  if (row === undefined) return sentence
  return `第 ${row} 行${column === undefined ? '' : ` ${columnName(column)} 列`}：${sentence}`
}

const isErrorCode = (code: string): code is ErrorCode => hasOwn(sentences, code)

/** What an unreadable file leaves of its import. */
export function unreadable({ code, at }: WorkbookRefusal): Pick<ImportRecord, 'state' | 'refused'> {
  const where = at !== undefined && 'row' in at ? at : {}
  return { state: 'refused', refused: { code, ...where } }
}

/** What a stretch comes to: the record as it is then, and the pages that were made. */
export interface Advance {
  readonly change: Partial<Omit<ImportRecord, '_id' | 'step'>>
  readonly pages?: readonly ImportPageRecord[]
}

/** Writes a step and its pages together, unless somebody else took it meanwhile: then their step stands. */
export function advancing(
  seen: ImportRecord,
  { change, pages = [] }: Advance,
  { now }: Pick<ImportPorts, 'now'>,
): (tx: Transaction) => Promise<Outcome<ImportRecord, 'NOT_FOUND'>> {
  return async (tx) => {
    const before = await tx.get(imports, seen._id)
    if (before === undefined) return refuse('NOT_FOUND')
    if (before.step !== seen.step) return succeed(before)
    const after: ImportRecord = { ...before, ...change, step: before.step + 1, touchedAt: now }
    for (const page of pages) await tx.put(importPages, page)
    await tx.put(imports, after)
    return succeed(after)
  }
}
