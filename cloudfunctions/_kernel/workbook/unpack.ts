import { constants, crc32, createInflateRaw } from 'node:zlib'
import { Unreadable } from './unreadable'
import type { ZipEntry } from './zip-directory'

const piece = 64 * 1024

/** One part unpacked in pieces. It ends as soon as it is larger than its directory said, whatever is still packed; at its end size and checksum have to agree. */
export async function* unpacked(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  let size = 0
  let crc = 0
  for await (const chunk of pieces(bytes, entry)) {
    size += chunk.length
    if (size > entry.size) throw new Unreadable('WORKBOOK_BOMB', { part: entry.name })
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.size || crc !== entry.crc) throw new Unreadable('WORKBOOK_DAMAGED', { part: entry.name })
}

async function* pieces(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packed)
  if (entry.method === 'stored') {
    for (let at = 0; at < packed.length; at += piece) yield packed.subarray(at, at + piece)
    return
  }
  const inflater = createInflateRaw({ chunkSize: piece, finishFlush: constants.Z_FINISH })
  inflater.end(packed)
  try {
    for await (const chunk of inflater) yield chunk as Buffer
  } catch (fault) {
    if (isInflateFault(fault)) throw new Unreadable('WORKBOOK_DAMAGED', { part: entry.name })
    throw fault
  }
}

function isInflateFault(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && String(fault.code).startsWith('Z_')
}
