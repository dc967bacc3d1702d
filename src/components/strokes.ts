import type { Signature } from '../../shared/membership/joining'
import { last } from '../../shared/core/own'

/** 签名的笔画 in 0..1000 of the pad, as `Signature` takes them. */
export type Strokes = Signature['strokes']

const most = { strokes: 60, numbers: 2000, all: 3600 } as const
/** Points nearer than this to the one before add nothing that the eye sees. */
const nearest = 6

/** A stroke begun at a point, which is two equal points until it moves: a dot is seen, too. */
export function begin(strokes: Strokes, x: number, y: number): Strokes {
  if (strokes.length >= most.strokes || sizeOf(strokes) >= most.all) return strokes
  const [a, b] = [inside(x), inside(y)]
  return [...strokes, [a, b, a, b]]
}

/** The last stroke drawn on. Near points, and what would not fit any more, are left out. */
export function draw(strokes: Strokes, x: number, y: number): Strokes {
  const drawn = last(strokes)
  if (drawn === undefined || drawn.length + 2 > most.numbers || sizeOf(strokes) + 2 > most.all) return strokes
  const [a, b] = [inside(x), inside(y)]
  const away = Math.hypot(a - (drawn[drawn.length - 2] ?? 0), b - (last(drawn) ?? 0))
  if (away < nearest) return strokes
  return [...strokes.slice(0, -1), [...drawn, a, b]]
}

/** A signature, or nothing while nobody has written anything. */
export function signatureOf(strokes: Strokes): Signature | undefined {
  return strokes.length === 0 ? undefined : { strokes }
}

function inside(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000)
}

function sizeOf(strokes: Strokes): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0)
}
