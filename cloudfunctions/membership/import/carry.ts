import { unreachable } from '../../../shared/core/unreachable'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { piecesOf } from '../../../shared/roster/import'
import type { ImportRecord } from '../../_kernel/records/imports'
import { applyRows } from './apply-rows'
import type { Advance, ImportPorts } from './job'
import { matchRows } from './match-rows'
import { readRows } from './read-rows'
import { takeFile } from './take-file'

/** 往前走一段: what this import has to do next, as much as one call may take; nothing where somebody has to decide first. */
export async function stretchOf(
  job: ImportRecord,
  ports: ImportPorts,
): Promise<Outcome<Advance | undefined, 'IMPORT_PIECE_INVALID' | 'UNION_NOT_ACTIVE'>> {
  switch (job.state) {
    case 'uploading':
      return job.pieces < piecesOf(job.bytes) ? refuse('IMPORT_PIECE_INVALID') : succeed(await takeFile(job, ports))
    case 'reading':
      return succeed(await readRows(job, ports))
    case 'matching':
      return succeed(await matchRows(job, ports))
    case 'applying':
      return applyRows(job, ports)
    case 'mapping':
    case 'checked':
    case 'done':
    case 'refused':
    case 'cancelled':
      return succeed(undefined)
    default:
      return unreachable(job.state)
  }
}
