import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed } from '../../../shared/core/outcome'
import { goesOn, pieceBytes, piecesOf, reasonsOf, type ImportAnnex } from '../../../shared/roster/import'
import { reasonHeading } from '../../../shared/roster/reason-layout'
import { keepDocument } from '../../_kernel/documents'
import { imports, type ImportRecord } from '../../_kernel/records/imports'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { fileWithReasons } from './file-with-reasons'
import { knownProblems } from './import-rows'
import { advancing, myImport, secretsOfImport, type ImportPorts } from './job'
import { pagesFrom, rowsOf } from './pages'

const pagesAtOnce = 100

/**
 * 退回原表: every row as it stood, and behind it why it was not taken. Only whoever sent the file gets it back, and it says nothing that they did not send: it is
 * not encrypted, so that it can be mended and sent again.
 */
export const putReasons = implement(importProcedures.putReasons, async (call) => {
  const job = await myImport(call.input, call)
  if (job?.file === undefined || job.annex === undefined) return refuse('NOT_FOUND')
  if (goesOn(job.state)) return refuse('IMPORT_CHANGED')
  const kept = job.reasons?.state === job.state ? job.reasons : await made(job, job.annex, call)
  if (kept === undefined) return refuse('NOT_FOUND')
  return call.act(async (tx) => {
    if (kept !== job.reasons) {
      await keepDocument(tx, kept.file, { collection: imports.name, record: job._id })
      const after = await advancing(job, { change: { reasons: kept } }, call)(tx)
      if (!after.ok || after.data.reasons?.file !== kept.file) return refuse('IMPORT_CHANGED')
    }
    return succeed({ pieces: piecesOf(kept.bytes) })
  })
})

/** 取一片. */
export const reasonsPiece = implement(importProcedures.reasonsPiece, async (call) => {
  const job = await myImport(call.input, call)
  if (job?.reasons === undefined) return refuse('NOT_FOUND')
  const file = await call.files.get(job.reasons.file)
  const at = call.input.piece * pieceBytes
  if (file === undefined || at >= file.bytes.length) return refuse('NOT_FOUND')
  const fileName = `${secretsOfImport(job, call).fileName.replace(/\.(xlsx|csv)$/i, '')}_${reasonHeading}.xlsx`
  return succeed({ fileName, content: Buffer.from(file.bytes.subarray(at, at + pieceBytes)).toString('base64url') })
})

async function made(
  job: ImportRecord,
  annex: ImportAnnex,
  ports: ImportPorts,
): Promise<ImportRecord['reasons'] | undefined> {
  const sent = job.file === undefined ? undefined : await ports.files.get(job.file)
  if (sent === undefined) return undefined
  const name = (await ports.store.get(unions, job.union))?.name ?? ''
  const bytes = await fileWithReasons(sent.bytes, {
    sheet: secretsOfImport(job, ports).sheet,
    headRow: job.headRow ?? 0,
    reasons: await reasonsOfRows(job, annex, ports),
    watermark: `仅供${name}核对 ${ports.today}`,
  })
  if (bytes === undefined) return undefined
  const file = await ports.files.put({ kind: 'workbook', bytes, owner: job.by })
  return file.ok ? { file: file.id, state: job.state, bytes: bytes.length } : undefined
}

async function reasonsOfRows(
  job: ImportRecord,
  annex: ImportAnnex,
  ports: ImportPorts,
): Promise<ReadonlyMap<number, string>> {
  const reasons = new Map<number, string>()
  for (let from = 0; from < job.pages; from += pagesAtOnce)
    for (const page of await pagesFrom(job, from, pagesAtOnce, ports)) {
      if (page.counts.refused === 0) continue
      for (const { row, outcome, problems } of rowsOf(page, ports))
        if (outcome === 'refused') reasons.set(row, reasonsOf(annex, knownProblems(problems)))
    }
  return reasons
}
