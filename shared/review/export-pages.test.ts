import { createHash } from 'node:crypto'
import { exportPages, prefixesOf } from './export-pages'

const ids = Array.from({ length: 3_000 }, (_, at) => createHash('sha256').update(`${at}`).digest())

test.each([
  ['ballot', 0, 1],
  ['ballot', 250, 1],
  ['ballot', 251, 2],
  ['ballot', 1_000_000, 4_096],
  ['remark', 1_000_000, 16_384],
] as const)('%ss, %i of them, take %i pages', (envelope, casts, pages) => {
  expect(exportPages(envelope, casts)).toBe(pages)
})

test.each([1, 2, 4, 32, 64, 128, 4_096, 16_384])(
  'on %i pages every id stands once, and page after page in the order of bytes',
  (pages) => {
    const sorted = [...ids].sort((one, other) => Buffer.compare(one, other)).map((id) => id.toString('base64url'))
    const begin = Array.from({ length: pages }, (_, page) => prefixesOf(page, pages)).flat()
    expect(new Set(begin).size).toBe(begin.length)
    const place = new Map(begin.map((prefix, at) => [prefix, at]))
    const letters = begin[0]?.length ?? 0
    const places = sorted.map((id) => place.get(id.slice(0, letters)) ?? -1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThanOrEqual(0)
  },
)
