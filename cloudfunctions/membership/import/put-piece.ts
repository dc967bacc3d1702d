import { importProcedures } from '../../../shared/contract/membership-import'
import { refuse, succeed } from '../../../shared/core/outcome'
import { pieceBytes, piecesOf } from '../../../shared/roster/import'
import { importPieces, imports } from '../../_kernel/records/imports'
import { implement } from '../../_kernel/serve'
import { myImport, viewOf } from './job'

/** 收一片: in their order, each whole, so that one number says how far the file has come. */
export const putImportPiece = implement(importProcedures.putImportPiece, async (call) => {
  const { piece, content } = call.input
  const job = await myImport(call.input, call)
  if (job === undefined) return refuse('NOT_FOUND')
  const last = piecesOf(job.bytes) - 1
  const whole = piece === last ? job.bytes - last * pieceBytes : pieceBytes
  if (piece > last || Buffer.from(content, 'base64url').length !== whole) return refuse('IMPORT_PIECE_INVALID')
  const _id = `${job._id}:${piece}`
  const sealed = call.sealer.seal({ collection: importPieces.name, id: _id, field: 'content' }, content)
  return call.act(async (tx) => {
    const now = await tx.get(imports, job._id)
    if (now?.state !== 'uploading') return refuse('IMPORT_CHANGED')
    if (piece < now.pieces) return succeed(viewOf(now, call))
    if (piece > now.pieces) return refuse('IMPORT_PIECE_INVALID')
    const after = { ...now, pieces: piece + 1, step: now.step + 1, touchedAt: call.now }
    await tx.put(importPieces, { _id, import: job._id, content: sealed })
    await tx.put(imports, after)
    return succeed(viewOf(after, call))
  })
})
