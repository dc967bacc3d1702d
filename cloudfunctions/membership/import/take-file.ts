import { createHash } from 'node:crypto'
import { piecesOf } from '../../../shared/roster/import'
import { keepDocument } from '../../_kernel/documents'
import { importPieces, imports, type ImportRecord } from '../../_kernel/records/imports'
import { openWorkbook } from '../../_kernel/workbook/read-workbook'
import { fileDigest } from './open-import'
import { unreadable, type Advance, type ImportPorts } from './job'

/** Fetched at once: together 2 MiB. */
const fetchedAtOnce = 16

/** 收齐文件: put together, compared with what was announced, judged by its bytes, and kept sealed as one file. */
export async function takeFile(job: ImportRecord, ports: ImportPorts): Promise<Advance> {
  const bytes = await assembled(job, ports)
  const digest = createHash('sha256').update(bytes).digest('base64url')
  if (bytes.length !== job.bytes || fileDigest(digest, ports) !== job.digest)
    return { change: unreadable({ ok: false, code: 'WORKBOOK_DAMAGED' }) }
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return { change: unreadable(opened) }
  const kept = await ports.files.put({ kind: 'workbook', bytes, owner: job.by })
  if (!kept.ok) return { change: unreadable({ ok: false, code: 'WORKBOOK_UNKNOWN' }) }
  // Before the step that names it: a file that is named must not be swept. One that nothing names in the end goes with its import.
  await ports.store.transact((tx) => keepDocument(tx, kept.id, { collection: imports.name, record: job._id }))
  return { change: { state: 'mapping', file: kept.id } }
}

async function assembled(job: ImportRecord, { store, sealer }: ImportPorts): Promise<Buffer> {
  const parts: Buffer[] = []
  const ids = Array.from({ length: piecesOf(job.bytes) }, (_, piece) => `${job._id}:${piece}`)
  for (let at = 0; at < ids.length; at += fetchedAtOnce) {
    const found = await Promise.all(ids.slice(at, at + fetchedAtOnce).map((id) => store.get(importPieces, id)))
    for (const piece of found) {
      if (piece === undefined) continue
      const place = { collection: importPieces.name, id: piece._id, field: 'content' }
      parts.push(Buffer.from(sealer.open(place, piece.content), 'base64url'))
    }
  }
  return Buffer.concat(parts)
}
