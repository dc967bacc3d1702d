import jsQR from 'jsqr'
import { paintQr, type QrLevel } from '../src/components/qr'
import { shown } from '../shared/card/card.fixture'
import { gaussianOf } from './e2e/noisy'

/** As wide as the code on a phone of 390 px (src/pages/card/show/face.tsx), in the middle of its page. */
const [side, page] = [340, 390]
/** Every pixel is drawn as so many each way, so that half a pixel is half grey. */
const fine = 4

interface Grey {
  readonly width: number
  readonly values: Float64Array
}

/** What the page draws, without a browser. */
function drawn(text: string, level: QrLevel): Grey {
  const width = page * fine
  const values = new Float64Array(width * width).fill(255)
  const rects: (readonly [number, number, number, number])[] = []
  const brush = {
    fillStyle: '',
    fillRect: () => undefined,
    beginPath: () => undefined,
    rect: (...rect: [number, number, number, number]) => void rects.push(rect),
    fill: () => undefined,
  }
  const margin = (page - side) / 2
  paintQr(brush, text, margin, margin, side, level)
  for (const [left, top, wide, high] of rects) {
    const [from, to] = [Math.round(left * fine), Math.round((left + wide) * fine)]
    for (let row = Math.round(top * fine); row < Math.round((top + high) * fine); row++)
      values.fill(0, row * width + from, row * width + to)
  }
  return { width, values }
}

/** By the share that each pixel has of those beneath it. */
function smaller({ width, values }: Grey, to: number): Grey {
  const across = narrowed(values, width, width, to)
  return { width: to, values: turned(narrowed(turned(across, to, width), to, width, to), to, to) }
}

/** Each of `rows` rows from `width` pixels to `to`. */
function narrowed(values: Float64Array, rows: number, width: number, to: number): Float64Array {
  const [step, result] = [width / to, new Float64Array(rows * to)]
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < to; at++) {
      const [from, until] = [at * step, Math.min(width, (at + 1) * step)]
      let sum = 0
      for (let pixel = Math.floor(from); pixel < until; pixel++)
        sum += (values[row * width + pixel] ?? 0) * (Math.min(pixel + 1, until) - Math.max(pixel, from))
      result[row * to + at] = sum / step
    }
  return result
}

/** Columns become rows. */
function turned(values: Float64Array, width: number, rows: number): Float64Array {
  const result = new Float64Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < width; at++) result[at * rows + row] = values[row * width + at] ?? 0
  return result
}

function read({ width, values }: Grey, { sigma, seed }: { readonly sigma: number; readonly seed: number }) {
  const noise = gaussianOf(seed)
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [at, value] of values.entries()) data.fill(Math.round(value + sigma * noise()), at * 4, at * 4 + 3)
  return jsQR(data, width, width)?.data
}

test.each([27, 50])(
  'a card of a union whose name has %i characters is read from a screenshot, and at 60 %% with noise',
  (characters) => {
    const text = shown({ change: { name: '欧*某', union: '工'.repeat(characters) } })
    const screen = smaller(drawn(text, 'L'), page)
    expect(read(screen, { sigma: 0, seed: 1 })).toBe(text)
    expect(read(smaller(screen, page * 0.6), { sigma: 12, seed: 1 })).toBe(text)
  },
)

test('one of the longest name that a union can have, 60 characters, is read from a screenshot', () => {
  const text = shown({ change: { name: '欧*某', union: '工'.repeat(60) } })
  expect(read(smaller(drawn(text, 'L'), page), { sigma: 0, seed: 1 })).toBe(text)
})
