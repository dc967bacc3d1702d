import type { Signature } from '../../../shared/membership/joining'
import type { Prng } from '../prng'

/** An invented signature: two or three characters’ worth of strokes, written from left to right. */
export function inventSignature(prng: Prng): Signature {
  const characters = prng.whole(2, 3)
  const width = Math.floor(800 / characters)
  const strokes = Array.from({ length: characters }, (_, at) => character(prng, 100 + at * width, width - 60)).flat()
  return { strokes }
}

function character(prng: Prng, left: number, width: number): number[][] {
  return Array.from({ length: prng.whole(3, 5) }, () => stroke(prng, left, width))
}

/** A curve through a few points, as a finger draws it. */
function stroke(prng: Prng, left: number, width: number): number[] {
  const from = point(prng, left, width)
  const bend = point(prng, left, width)
  const to = point(prng, left, width)
  const steps = prng.whole(6, 14)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps
    const along = (a: number, b: number, c: number) =>
      Math.round((1 - t) * (1 - t) * a + 2 * (1 - t) * t * b + t * t * c)
    return [along(from.x, bend.x, to.x), along(from.y, bend.y, to.y)]
  }).flat()
}

function point(prng: Prng, left: number, width: number) {
  return { x: left + prng.whole(0, width), y: prng.whole(200, 800) }
}
