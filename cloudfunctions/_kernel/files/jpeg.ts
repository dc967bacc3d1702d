import { isPictureSize } from './picture-size'

/** Markers of ITU-T T.81, table B.1: the second byte after 0xFF. */
const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  /** Huffman tables, quantization tables, restart interval. */
  tables: [0xc4, 0xdb, 0xdd],
  /** Baseline, extended and progressive frames with Huffman coding: what cameras and browsers write. */
  frames: [0xc0, 0xc1, 0xc2],
  isRestart: (code: number) => code >= 0xd0 && code <= 0xd7,
  /** APP0 to APP15 and COM: place, device, time, thumbnails, profiles, comments. */
  isMetadata: (code: number) => (code >= 0xe0 && code <= 0xef) || code === 0xfe,
}

/** A progressive picture has about a dozen scans, a colour profile at most 255 parts. */
const mostSegments = 1_000

interface Segment {
  readonly code: number
  /** Marker, length and payload, without fill bytes. */
  readonly whole: Buffer
  readonly end: number
}

/**
 * The picture without metadata and without anything after its end; undefined where it is cut short or malformed. The orientation goes
 * with the rest of EXIF: whoever sends a picture turns its pixels first, as drawing it on a canvas does.
 */
export function strippedJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Buffer[] = [jpeg.subarray(0, 2)]
  let frames = 0
  let scans = 0
  let at = 2
  for (let count = 0; count < mostSegments; count++) {
    const segment = segmentAt(jpeg, at)
    if (segment === undefined) return undefined
    at = segment.end
    const { code, whole } = segment
    if (code === marker.endOfImage) {
      kept.push(whole)
      return frames === 1 && scans > 0 ? Buffer.concat(kept) : undefined
    }
    if (marker.isMetadata(code)) continue
    if (marker.frames.includes(code)) {
      frames++
      if (frames > 1 || !isFrame(whole)) return undefined
    } else if (code === marker.startOfScan) {
      if (frames === 0) return undefined
      scans++
      at = endOfScan(jpeg, at)
    } else if (!marker.tables.includes(code)) {
      return undefined
    }
    kept.push(whole, jpeg.subarray(segment.end, at))
  }
  return undefined
}

function segmentAt(jpeg: Buffer, at: number): Segment | undefined {
  if (jpeg[at] !== 0xff) return undefined
  let codeAt = at + 1
  while (jpeg[codeAt] === 0xff) codeAt++
  const code = jpeg[codeAt]
  if (code === undefined) return undefined
  if (code === marker.endOfImage) return { code, whole: jpeg.subarray(codeAt - 1, codeAt + 1), end: codeAt + 1 }
  if (codeAt + 3 > jpeg.length) return undefined
  const length = jpeg.readUInt16BE(codeAt + 1)
  const end = codeAt + 1 + length
  if (length < 2 || end > jpeg.length) return undefined
  return { code, whole: jpeg.subarray(codeAt - 1, end), end }
}

/** Where the coded data ends: at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const code = jpeg[at + 1]
    if (code !== undefined && code !== 0 && code !== 0xff && !marker.isRestart(code)) return at
  }
  return jpeg.length
}

/** Marker 2, length 2, precision 1, height 2, width 2, components 1. Height 0 would be told after the first scan (DNL), which nobody writes. */
function isFrame(whole: Buffer): boolean {
  return whole.length >= 10 && isPictureSize(whole.readUInt16BE(7), whole.readUInt16BE(5))
}
