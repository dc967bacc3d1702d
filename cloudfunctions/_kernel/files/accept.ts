import { unreachable } from '../../../shared/core/unreachable'
import { Signature } from '../../../shared/membership/joining'
import { workbookLimits } from '../../../shared/roster/workbook'
import { strippedJpeg } from './jpeg'
import { strippedPng } from './png'
import type { FileKind, FileRefusal, NewFile } from './port'

/** The bytes to keep, or why there are none. */
export type Accepted =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: FileRefusal }

/** A signature of 60 strokes needs about 60 KiB; a phone’s photograph, compressed as WeChat sends it, 1 to 3 MiB. */
const largest: Record<FileKind, number> = {
  signature: 256 * 1024,
  'image/png': 5 * 1024 * 1024,
  'image/jpeg': 5 * 1024 * 1024,
  workbook: workbookLimits.fileBytes,
  'encrypted-workbook': workbookLimits.fileBytes,
}

/** Judges a file by its content and takes out what does not belong into it. Size comes first, so that nothing large is parsed. */
export function acceptFile({ kind, bytes }: Pick<NewFile, 'kind' | 'bytes'>): Accepted {
  if (bytes.length === 0) return { ok: false, reason: 'EMPTY' }
  if (bytes.length > largest[kind]) return { ok: false, reason: 'TOO_LARGE' }
  if (sniffed(bytes) !== kind) return { ok: false, reason: 'WRONG_TYPE' }
  const kept = stripped(kind, bytes)
  return kept === undefined ? { ok: false, reason: 'DAMAGED' } : { ok: true, bytes: kept }
}

const pngMagic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpegMagic = [0xff, 0xd8, 0xff]
const zipMagic = [0x50, 0x4b, 0x03, 0x04]
/** A compound file: what an encrypted workbook is wrapped in (ECMA-376, MS-OFFCRYPTO). */
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const openingBrace = 0x7b

function sniffed(bytes: Uint8Array): FileKind | undefined {
  const startsWith = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (startsWith(pngMagic)) return 'image/png'
  if (startsWith(jpegMagic)) return 'image/jpeg'
  if (bytes[0] === openingBrace) return 'signature'
  if (startsWith(compoundMagic)) return 'encrypted-workbook'
  return startsWith(zipMagic) || !bytes.includes(0) ? 'workbook' : undefined
}

function stripped(kind: FileKind, bytes: Uint8Array): Uint8Array | undefined {
  switch (kind) {
    case 'signature':
      return plainSignature(bytes)
    case 'image/png':
      return strippedPng(bytes)
    case 'image/jpeg':
      return strippedJpeg(bytes)
    case 'workbook':
    case 'encrypted-workbook':
      // It goes back as it came. What is in it was judged by whoever read it (_kernel/workbook), and is read in no other way.
      return bytes
    default:
      return unreachable(kind)
  }
}

/** Written anew from what was understood: no stray space, no second spelling of a number. */
function plainSignature(bytes: Uint8Array): Uint8Array | undefined {
  const signature = Signature.safeParse(jsonOf(bytes))
  return signature.success ? new TextEncoder().encode(JSON.stringify(signature.data)) : undefined
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
