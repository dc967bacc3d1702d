import { membership } from '../../../shared/contract/membership'
import { fromBase64url } from '../../../shared/core/base64url'
import type { ImportId, UnionId } from '../../../shared/core/ids'
import { act, ask } from '../../services/api'
import { giveFile } from '../../services/give-file'
import type { Problem } from '../../services/problem'

/** 取回带原因的表. The problem that it stopped at. */
export async function fetchReasons(of: {
  readonly union: UnionId
  readonly import: ImportId
}): Promise<Problem | undefined> {
  const made = await act(membership, 'putReasons', of)
  if (!made.ok) return made.problem
  const parts: Uint8Array[] = []
  let fileName = ''
  for (let piece = 0; piece < made.data.pieces; piece++) {
    const got = await ask(membership, 'reasonsPiece', { ...of, piece })
    if (!got.ok) return got.problem
    fileName = got.data.fileName
    parts.push(fromBase64url(got.data.content) ?? new Uint8Array())
  }
  await giveFile(fileName, joined(parts))
  return undefined
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
