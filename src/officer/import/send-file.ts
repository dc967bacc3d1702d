import { sha256 } from '@noble/hashes/sha2.js'
import { membership } from '../../../shared/contract/membership'
import { toBase64url } from '../../../shared/core/base64url'
import type { UnionId } from '../../../shared/core/ids'
import { pieceBytes } from '../../../shared/roster/import'
import { act } from '../../services/api'
import type { Answer } from '../../services/problem'
import type { ImportView } from './texts'

const longestName = 120

interface File {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 传文件, piece after piece. The same file goes on where it was cut off, today or tomorrow. */
export async function sendFile(
  union: UnionId,
  { name, bytes }: File,
  onProgress: (view: ImportView) => void,
): Promise<Answer<ImportView>> {
  const asked = { union, fileName: name.slice(-longestName), bytes: bytes.length, digest: toBase64url(sha256(bytes)) }
  let answer = await act(membership, 'openImport', asked)
  while (answer.ok && answer.data.pieces < answer.data.ofPieces) {
    onProgress(answer.data)
    const { import: id, pieces: piece } = answer.data
    const content = toBase64url(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes))
    answer = await act(membership, 'putImportPiece', { union, import: id, piece, content })
  }
  return answer.ok ? act(membership, 'carryImport', { union, import: answer.data.import }) : answer
}
