import { isPictureSize } from './picture-size'

/** The critical chunks of the PNG specification (W3C PNG, 5.6); all others are ancillary: text, time, place, colour profiles, animation. */
const critical = ['IHDR', 'PLTE', 'IDAT', 'IEND']

const signatureBytes = 8
/** 5 MiB in the 4 KiB chunks of the most frugal encoder make 1,300. */
const mostChunks = 10_000
/** Length, type and checksum around each chunk’s data. */
const chunkFrame = 12

interface Chunk {
  readonly type: string
  /** The chunk with its frame. */
  readonly whole: Buffer
  readonly data: Buffer
}

/** The picture with its critical chunks only; undefined where it is cut short, out of order, or its checksums do not fit. */
export function strippedPng(bytes: Uint8Array): Uint8Array | undefined {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Chunk[] = []
  let at = signatureBytes
  for (let count = 0; kept.at(-1)?.type !== 'IEND'; count++) {
    const chunk = count < mostChunks ? chunkAt(png, at) : undefined
    if (chunk === undefined) return undefined
    at += chunk.whole.length
    if (isAncillary(chunk.type)) continue
    if (!critical.includes(chunk.type) || !isIntact(chunk)) return undefined
    kept.push(chunk)
  }
  if (!isPicture(kept)) return undefined
  return Buffer.concat([png.subarray(0, signatureBytes), ...kept.map(({ whole }) => whole)])
}

function chunkAt(png: Buffer, at: number): Chunk | undefined {
  if (at + chunkFrame > png.length) return undefined
  const end = at + chunkFrame + png.readUInt32BE(at)
  const type = png.toString('latin1', at + 4, at + 8)
  if (end > png.length || !/^[A-Za-z]{4}$/.test(type)) return undefined
  return { type, whole: png.subarray(at, end), data: png.subarray(at + 8, end - 4) }
}

/** Bit 5 of the first letter: a lower-case letter marks what a decoder may leave out. */
function isAncillary(type: string): boolean {
  return /^[a-z]/.test(type)
}

function isIntact({ whole }: Chunk): boolean {
  return crc32(whole.subarray(4, -4)) === whole.readUInt32BE(whole.length - 4)
}

/** One header first, at most one palette before the data, the data in one run, the end empty. */
function isPicture(chunks: readonly Chunk[]): boolean {
  const header = chunks[0]?.data
  const order = chunks.map(({ type }) => type).join(' ')
  if (header?.length !== 13 || !/^IHDR( PLTE)?( IDAT)+ IEND$/.test(order) || chunks.at(-1)?.data.length !== 0)
    return false
  return isPictureSize(header.readUInt32BE(0), header.readUInt32BE(4))
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})

/** The checksum of a chunk’s type and data, CRC-32 as in the PNG specification, annex D; node:zlib has it only from 20.15 on. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
