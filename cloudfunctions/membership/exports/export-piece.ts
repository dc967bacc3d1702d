import { exportProcedures } from '../../../shared/contract/membership-exports'
import { refuse, succeed } from '../../../shared/core/outcome'
import { pieceBytes } from '../../../shared/roster/import'
import { implement } from '../../_kernel/serve'
import { myExport } from './job'

/** 取一片 of what nobody opens without the password. */
export const exportPiece = implement(exportProcedures.exportPiece, async (call) => {
  const { part, piece } = call.input
  const job = await myExport(call.input, call)
  const made = job?.files.find((one) => one.part === part)
  const file = made === undefined ? undefined : await call.files.get(made.file)
  const at = piece * pieceBytes
  if (file === undefined || at >= file.bytes.length) return refuse('NOT_FOUND')
  return succeed({ content: Buffer.from(file.bytes.subarray(at, at + pieceBytes)).toString('base64url') })
})
