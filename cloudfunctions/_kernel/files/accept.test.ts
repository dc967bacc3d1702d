import fc from 'fast-check'
import { acceptFile } from './accept'
import { chunk, inserted, jpeg, markerAt, png, segment } from './pictures.fixture'
import type { FileKind } from './port'

const signature = Buffer.from('{"strokes":[[100,200,300,400],[500,600,700,800,900,1000]]}')
const take = (kind: FileKind, bytes: Uint8Array) => acceptFile({ kind, bytes })
const refused = (reason: string) => ({ ok: false, reason })

function keptOf(kind: FileKind, bytes: Uint8Array): Buffer {
  const accepted = take(kind, bytes)
  if (!accepted.ok) throw new Error(`refused: ${accepted.reason}`)
  return Buffer.from(accepted.bytes)
}

/** After the eight bytes of its signature, a PNG begins with IHDR: 13 bytes and their frame. */
const afterHeader = 8 + 25
const wgs84 = 'GPSLatitude 36.06 GPSLongitude 120.38'

describe('a file is what its content says', () => {
  test('a signature, a PNG and a JPEG are taken as such', () => {
    expect(keptOf('signature', signature)).toEqual(signature)
    expect(keptOf('image/png', png).subarray(0, afterHeader)).toEqual(png.subarray(0, afterHeader))
    expect(keptOf('image/jpeg', jpeg).subarray(0, 2)).toEqual(jpeg.subarray(0, 2))
  })

  test.each([
    ['a JPEG called PNG', 'image/png', jpeg],
    ['a PNG called JPEG', 'image/jpeg', png],
    ['a PNG called signature', 'signature', png],
    ['a signature called PNG', 'image/png', signature],
    ['a web page called PNG', 'image/png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG called JPEG', 'image/jpeg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a GIF called PNG', 'image/png', Buffer.from('GIF89a'.padEnd(40))],
    ['a program called JPEG', 'image/jpeg', Buffer.from('\x7fELF'.padEnd(40))],
  ] as const)('%s is of the wrong type', (_what, kind, bytes) => {
    expect(take(kind, bytes)).toEqual(refused('WRONG_TYPE'))
  })

  test.each(['signature', 'image/png', 'image/jpeg'] as const)('no bytes are no %s', (kind) => {
    expect(take(kind, new Uint8Array())).toEqual(refused('EMPTY'))
  })

  test.each([
    ['signature', 256 * 1024, signature],
    ['image/png', 5 * 1024 * 1024, png],
    ['image/jpeg', 5 * 1024 * 1024, jpeg],
  ] as const)('a %s over %i bytes is too large, whatever is in it', (kind, limit, bytes) => {
    expect(take(kind, Buffer.concat([bytes, Buffer.alloc(limit + 1 - bytes.length)]))).toEqual(refused('TOO_LARGE'))
  })

  test.each(['signature', 'image/png', 'image/jpeg'] as const)(
    'noise that begins like a %s is refused and breaks nothing',
    (kind) => {
      const beginning = {
        signature: signature.subarray(0, 12),
        'image/png': png.subarray(0, 29),
        'image/jpeg': jpeg.subarray(0, 4),
      }[kind]
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
          expect(take(kind, Buffer.concat([beginning, noise])).ok).toBe(false)
        }),
      )
    },
  )
})

describe('a signature', () => {
  test.each([
    ['cut short', signature.subarray(0, -3)],
    ['followed by something', Buffer.concat([signature, Buffer.from('}')])],
    ['with another property', Buffer.from('{"strokes":[[1,2,3,4]],"name":"王小明"}')],
    ['with a prototype', Buffer.from('{"__proto__":{"strokes":[[1,2,3,4]]}}')],
    ['without strokes', Buffer.from('{"strokes":[]}')],
    ['with points off the pad', Buffer.from('{"strokes":[[1,2,3,1001]]}')],
    ['in another encoding', Buffer.from('{"strokes":[[1,2,3,4]]}\xff', 'latin1')],
    ['nested without end', Buffer.from('{"strokes":'.padEnd(200_000, '['))],
  ])('%s is damaged', (_what, bytes) => {
    expect(take('signature', bytes)).toEqual(refused('DAMAGED'))
  })

  test('is written anew: spaces and second spellings are gone', () => {
    const spaced = Buffer.from('{ "strokes" : [ [1.0, 2e0, 3, 4] ] }')
    expect(keptOf('signature', spaced).toString()).toBe('{"strokes":[[1,2,3,4]]}')
  })
})

describe('a PNG', () => {
  test('loses text, place, time and animation, and keeps its picture', () => {
    const ancillary = [
      chunk('tEXt', `Comment\0${wgs84}`),
      chunk('eXIf', wgs84),
      chunk('tIME', '1234567'),
      chunk('acTL', '12345678'),
    ]
    const told = Buffer.concat([
      inserted(png, afterHeader, Buffer.concat(ancillary)),
      Buffer.from(`PK\x03\x04${wgs84}`),
    ])
    const kept = keptOf('image/png', told)
    expect(kept).toEqual(png)
    expect(kept.includes('GPS')).toBe(false)
  })

  test('cut short anywhere is damaged', () => {
    for (let length = 8; length < png.length; length++)
      expect(take('image/png', png.subarray(0, length))).toEqual(refused('DAMAGED'))
  })

  test('with one wrong bit in what is kept is damaged', () => {
    for (let at = 8; at < png.length; at++) {
      const flipped = Buffer.from(png)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x10, at)
      expect(take('image/png', flipped)).toEqual(refused('DAMAGED'))
    }
  })

  const header = (width: number, height: number) => {
    const size = Buffer.alloc(8)
    size.writeUInt32BE(width)
    size.writeUInt32BE(height, 4)
    return chunk('IHDR', Buffer.concat([size, Buffer.from([8, 6, 0, 0, 0])]))
  }
  const magic = png.subarray(0, 8)
  const data = chunk('IDAT', 'x')
  const end = chunk('IEND', '')
  test.each([
    ['that claims 4 billion pixels', [header(65_536, 65_536), data, end]],
    ['of no width', [header(0, 10), data, end]],
    ['without data', [header(8, 8), end]],
    ['without a header', [data, end]],
    ['with two headers', [header(8, 8), header(8, 8), data, end]],
    ['with its palette after the data', [header(8, 8), data, chunk('PLTE', 'abc'), end]],
    ['with something hidden in its end', [header(8, 8), data, chunk('IEND', wgs84)]],
    ['with a critical chunk that nobody knows', [header(8, 8), chunk('EVIL', 'x'), data, end]],
    ['of too many pieces', [header(8, 8), ...Array.from({ length: 10_001 }, () => data), end]],
    ['of too many comments', [header(8, 8), ...Array.from({ length: 10_001 }, () => chunk('tEXt', '')), data, end]],
  ])('%s is damaged', (_what, chunks) => {
    expect(take('image/png', Buffer.concat([magic, ...chunks]))).toEqual(refused('DAMAGED'))
  })
})

describe('a JPEG', () => {
  const startOfScan = 0xda
  const startOfFrame = 0xc0

  test('loses every APP segment and comment, and what follows its end', () => {
    const metadata = Array.from({ length: 16 }, (_, at) => segment(0xe0 + at, `Exif\0\0${wgs84}`)).concat(
      segment(0xfe, wgs84),
    )
    const told = inserted(
      inserted(jpeg, markerAt(jpeg, startOfScan), Buffer.concat(metadata)),
      2,
      Buffer.concat(metadata),
    )
    const kept = keptOf('image/jpeg', Buffer.concat([told, Buffer.from(wgs84), jpeg]))
    expect(kept).toEqual(keptOf('image/jpeg', jpeg))
    expect(kept.includes('GPS')).toBe(false)
    expect(kept.includes('JFIF')).toBe(false)
    expect(kept.includes('ICC_PROFILE')).toBe(false)
  })

  test('keeps its tables, its frame and its scans byte for byte', () => {
    const kept = keptOf('image/jpeg', jpeg)
    const tables = markerAt(jpeg, 0xdb)
    expect(kept).toEqual(Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(tables)]))
  })

  test('may have several scans, restarts and fill bytes, as progressive ones do', () => {
    const scan = Buffer.concat([segment(startOfScan, '123456'), Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd3, 3])])
    const parts = [
      segment(0xc2, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
      segment(0xc4, 'table'),
      scan,
      segment(0xc4, 'table'),
    ]
    const before = Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts])
    const after = Buffer.concat([scan, Buffer.from([0xff, 0xd9])])
    const whole = Buffer.concat([before, after])
    expect(keptOf('image/jpeg', whole)).toEqual(whole)
    expect(keptOf('image/jpeg', Buffer.concat([before, Buffer.from([0xff, 0xff]), after]))).toEqual(whole)
    expect(keptOf('image/jpeg', Buffer.concat([before, segment(0xe1, wgs84), after]))).toEqual(whole)
  })

  test('cut short anywhere is damaged', () => {
    for (let length = 4; length < jpeg.length; length++)
      expect(take('image/jpeg', jpeg.subarray(0, length))).toEqual(refused('DAMAGED'))
  })

  const frame = segment(startOfFrame, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]))
  const hugeFrame = segment(startOfFrame, Buffer.from([8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]))
  const scan = Buffer.concat([segment(startOfScan, '123456'), Buffer.from([1, 2, 3])])
  const end = Buffer.from([0xff, 0xd9])
  test.each([
    ['that claims 4 billion pixels', [hugeFrame, scan, end]],
    ['without a frame', [scan, end]],
    ['without a scan', [frame, end]],
    ['with two frames', [frame, frame, scan, end]],
    ['whose frame follows its scan', [scan, frame, end]],
    ['with a marker that nobody writes', [frame, segment(0xc9, 'arithmetic'), scan, end]],
    ['with a segment of length 1', [frame, Buffer.from([0xff, 0xe1, 0, 1]), scan, end]],
    ['with something between its segments', [frame, Buffer.from('x'), scan, end]],
    ['of too many segments', [frame, ...Array.from({ length: 1001 }, () => segment(0xfe, '')), scan, end]],
  ])('%s is damaged', (_what, parts) => {
    expect(take('image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]))).toEqual(refused('DAMAGED'))
  })
})
