import type { Signature } from '../../../shared/membership/joining'

/** How far the pen has to have moved, in thousandths of the pad: no name is shorter. */
const shortestName = 100

/** 签过名: a finger that touched the pad by accident has not signed. */
export function isSigned(signature: Signature | undefined): boolean {
  const strokes = signature?.strokes ?? []
  return strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= shortestName
}

/** Of the line through x0,y0,x1,y1… */
function lengthOf(stroke: readonly number[]): number {
  let length = 0
  for (let at = 3; at < stroke.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = stroke.slice(at - 3, at + 1)
    length += Math.hypot(x1 - x0, y1 - y0)
  }
  return length
}
