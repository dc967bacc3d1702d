import type { WorkbookLimits } from '../../../shared/roster/workbook'
import { Unreadable } from './unreadable'

/** One packed part, as the directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly dataAt: number
}
/** Parts by their names in lower case: names in a package differ by more than capitals (ECMA-376 part 2, §6.2.2.2). */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const endLength = 22
const longestComment = 0xffff
const encrypted = 1

/**
 * The directory of a zip (APPNOTE 6.3), judged before anything is unpacked: how many parts, how large, packed how tightly, whether they lie over each
 * other or carry names that lead elsewhere. What it says of a part is held against the part when that is unpacked.
 */
export function readZipDirectory(bytes: Buffer, limits: WorkbookLimits): ZipDirectory {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  const directoryAt = bytes.readUInt32LE(end + 16)
  // These values point to zip64, which no file of this size needs.
  if (count === 0xffff || directoryAt === 0xffffffff) throw new Unreadable('WORKBOOK_DAMAGED')
  if (count > limits.entries) throw new Unreadable('WORKBOOK_BOMB')
  const entries = new Map<string, ZipEntry>()
  let at = directoryAt
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryEntry) throw new Unreadable('WORKBOOK_DAMAGED')
    const entry = readEntry(bytes, at, end, limits)
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw new Unreadable('WORKBOOK_DAMAGED', { part: entry.name })
    entries.set(key, entry)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  refuseOverlaps([...entries.values()], directoryAt)
  return entries
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === endOfDirectory && at + endLength + bytes.readUInt16LE(at + 20) === bytes.length)
      return at
  throw new Unreadable('WORKBOOK_DAMAGED')
}

function readEntry(bytes: Buffer, at: number, end: number, limits: WorkbookLimits): ZipEntry {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  if (nameEnd > end) throw new Unreadable('WORKBOOK_DAMAGED')
  const nameBytes = bytes.subarray(at + 46, nameEnd)
  const name = nameBytes.toString('utf8')
  const part = { part: name.slice(0, 100) }
  if (leadsElsewhere(name)) throw new Unreadable('WORKBOOK_DAMAGED', part)
  if ((bytes.readUInt16LE(at + 8) & encrypted) !== 0) throw new Unreadable('WORKBOOK_PASSWORD', part)
  const packed = bytes.readUInt32LE(at + 20)
  const size = bytes.readUInt32LE(at + 24)
  const headerAt = bytes.readUInt32LE(at + 42)
  if (packed === 0xffffffff || size === 0xffffffff || headerAt === 0xffffffff)
    throw new Unreadable('WORKBOOK_DAMAGED', part)
  if (size > limits.ratioFromBytes && size > packed * limits.ratio) throw new Unreadable('WORKBOOK_BOMB', part)
  const method = methodOf(bytes.readUInt16LE(at + 10))
  if (method === undefined || (method === 'stored' && packed !== size)) throw new Unreadable('WORKBOOK_DAMAGED', part)
  const dataAt = dataOf(bytes, headerAt, nameBytes)
  if (dataAt === undefined || dataAt + packed > end) throw new Unreadable('WORKBOOK_DAMAGED', part)
  return { name, method, packed, size, crc: bytes.readUInt32LE(at + 16), dataAt }
}

function methodOf(number: number): ZipEntry['method'] | undefined {
  if (number === 0) return 'stored'
  return number === 8 ? 'deflated' : undefined
}

/** Where the data begins; nowhere if the header in front of it names another part than the directory does. */
function dataOf(bytes: Buffer, headerAt: number, name: Buffer): number | undefined {
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== localHeader) return undefined
  const nameEnd = headerAt + 30 + bytes.readUInt16LE(headerAt + 26)
  if (!bytes.subarray(headerAt + 30, nameEnd).equals(name)) return undefined
  return nameEnd + bytes.readUInt16LE(headerAt + 28)
}

function leadsElsewhere(name: string): boolean {
  return name === '' || /[\\\0:]|^\//.test(name) || name.split('/').some((step) => step === '..' || step === '.')
}

/** Parts that share their bytes are how a small file unpacks to petabytes. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0
  for (const { name, dataAt, packed } of [...entries].sort((one, other) => one.dataAt - other.dataAt)) {
    if (dataAt < free || dataAt + packed > directoryAt) throw new Unreadable('WORKBOOK_BOMB', { part: name })
    free = dataAt + packed
  }
}
