import { membership } from '../../../shared/contract/membership'
import { fromBase64url } from '../../../shared/core/base64url'
import type { ExportId, UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { giveFile } from '../../services/give-file'
import type { Problem } from '../../services/problem'

interface Wanted {
  readonly union: UnionId
  readonly export: ExportId
  readonly part: number
}

/** 取文件, piece after piece, and hand it over. The problem that it stopped at; or whether the device took it. */
export async function fetchFile(
  of: Wanted,
  { fileName, pieces }: { readonly fileName: string; readonly pieces: number },
  onPiece: (fetched: number) => void,
): Promise<Problem | 'given' | 'not-given'> {
  const parts: Uint8Array[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const got = await ask(membership, 'exportPiece', { ...of, piece })
    if (!got.ok) return got.problem
    parts.push(fromBase64url(got.data.content) ?? new Uint8Array())
    onPiece(piece + 1)
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return (await giveFile(fileName, whole)) ? 'given' : 'not-given'
}
