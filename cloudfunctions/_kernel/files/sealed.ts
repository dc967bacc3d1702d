import { z } from 'zod'
import { AccountId } from '../../../shared/core/ids'
import type { Sealer, SealPlace } from '../seal/sealer'
import type { KeptFile } from './port'

/** What every adapter keeps: header and content, sealed as one under the file’s id. */

/** 22 characters of base64url, as the runtime’s randomness makes them: nothing else becomes part of a path. */
export const ownId = /^[A-Za-z0-9_-]{22}$/

export function sealFile(sealer: Sealer, id: string, file: KeptFile): Uint8Array {
  return sealer.sealBytes(placeOf(id), packed(file))
}

/** Throws `SealBroken` for bytes that were changed, or that belong to another id. */
export function openFile(sealer: Sealer, id: string, sealed: Uint8Array): KeptFile {
  return unpacked(sealer.openBytes(placeOf(id), sealed))
}

/** The same file under the current sealing key; undefined where it is already. */
export function renewedFile(sealer: Sealer, id: string, sealed: Uint8Array): Uint8Array | undefined {
  return sealer.renewedBytes(placeOf(id), sealed)
}

function placeOf(id: string): SealPlace {
  return { collection: 'files', id, field: 'content' }
}

const Header = z.strictObject({
  kind: z.enum(['signature', 'image/png', 'image/jpeg', 'workbook', 'encrypted-workbook']),
  owner: AccountId,
})

/** Two bytes of length, the header as JSON, the content: sealed as one, so that none can be exchanged alone. */
function packed({ kind, owner, bytes }: KeptFile): Uint8Array {
  const header = Buffer.from(JSON.stringify({ kind, owner }))
  const length = Buffer.alloc(2)
  length.writeUInt16BE(header.length)
  return Buffer.concat([length, header, bytes])
}

function unpacked(plain: Uint8Array): KeptFile {
  const whole = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const contentAt = 2 + whole.readUInt16BE(0)
  const header = Header.parse(JSON.parse(whole.toString('utf8', 2, contentAt)))
  return { ...header, bytes: whole.subarray(contentAt) }
}
