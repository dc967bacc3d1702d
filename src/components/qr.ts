import { encode } from 'uqr'
import type { Paint } from './drawing'

/** Modules of white around a code: without them scanners do not find it (ISO/IEC 18004). */
const quiet = 4

/** How much of a code may be lost: M on paper, which is scratched and folded; L has larger modules, for a long text on a screen. */
export type QrLevel = 'L' | 'M'

/** What of a canvas is needed. */
type Brush = Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect' | 'beginPath' | 'rect' | 'fill'>

/**
 * Draws a QR code into the square at `left`, `top`. All modules are one shape, filled once: drawn one by one, a scaled canvas leaves a light seam between
 * neighbours, and a decoder sees a grid instead of a code.
 */
export function paintQr(
  context: Brush,
  text: string,
  left: number,
  top: number,
  side: number,
  level: QrLevel = 'M',
): void {
  const { data, size } = encode(text, { ecc: level, border: 0 })
  const module = Math.max(1, Math.floor((side / (size + 2 * quiet)) * 2) / 2)
  const margin = (side - module * size) / 2
  context.fillStyle = '#ffffff'
  context.fillRect(left, top, side, side)
  context.fillStyle = '#000000'
  context.beginPath()
  for (const [row, line] of data.entries()) {
    for (const [column, dark] of line.entries()) {
      if (dark) context.rect(left + margin + column * module, top + margin + row * module, module, module)
    }
  }
  context.fill()
}

export function qrPaint(text: string, level: QrLevel): Paint {
  return (context, { width, height }) => paintQr(context, text, 0, 0, Math.min(width, height), level)
}
