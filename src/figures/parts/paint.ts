import { area, curveMonotoneX, line } from 'd3-shape'
import type { Paint, Surface } from '../../components/drawing'
import { scaleOf, type Scale } from './scale'

const red = '#C8161D'
const pale = 'rgba(200, 22, 29, 0.10)'
const grey = '#8F959E'
const rule = '#E5E6EB'
const ink = '#646A73'
const text = 12

/** A month of a chart; what stands under it, and its values. */
export interface Point {
  readonly label: string
  readonly value: number
}
export interface Pair {
  readonly label: string
  readonly came: number
  readonly went: number
}

interface Field {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** 走势: a line with its field, the last point marked with its number. */
export function trend(points: readonly Point[]): Paint {
  return (context, surface) => {
    const scale = scaleOf(points.map(({ value }) => value))
    const field = fieldOf(surface, scale)
    const x = (at: number) =>
      field.left + (points.length < 2 ? 0.5 : at / (points.length - 1)) * (field.right - field.left)
    const y = heightOn(field, scale)
    rules(context, field, scale)
    labels(context, field, points, x)
    fill(context, pale, () =>
      area<Point>(
        (_, at) => x(at),
        field.bottom,
        ({ value }) => y(value),
      )
        .curve(curveMonotoneX)
        .context(context)([...points]),
    )
    stroke(context, red, 2.5, () =>
      line<Point>(
        (_, at) => x(at),
        ({ value }) => y(value),
      )
        .curve(curveMonotoneX)
        .context(context)([...points]),
    )
    const [last] = points.slice(-1)
    if (last === undefined) return
    fill(context, red, () => context.arc(x(points.length - 1), y(last.value), 4.5, 0, Math.PI * 2))
  }
}

/** 增减: who came above the line, who went below it. */
export function comings(pairs: readonly Pair[]): Paint {
  return (context, surface) => {
    const scale = scaleOf(pairs.flatMap(({ came, went }) => [came, -went, 0]))
    const field = fieldOf(surface, scale)
    const step = (field.right - field.left) / Math.max(1, pairs.length)
    const x = (at: number) => field.left + (at + 0.5) * step
    const y = heightOn(field, scale)
    const wide = Math.min(26, step * 0.56)
    rules(context, field, scale)
    labels(context, field, pairs, x)
    pairs.forEach(({ came, went }, at) => {
      bar(context, red, x(at), y(0), y(came), wide)
      bar(context, grey, x(at), y(0), y(-went), wide)
    })
  }
}

function fieldOf({ width, height }: Surface, { ticks }: Scale): Field {
  const longest = Math.max(...ticks.map((tick) => numberText(tick).length))
  return { left: 10 + longest * text * 0.6, right: width - 14, top: 12, bottom: height - 26 }
}

const heightOn =
  ({ top, bottom }: Field, { at }: Scale) =>
  (value: number) =>
    top + at(value) * (bottom - top)

function rules(context: CanvasRenderingContext2D, field: Field, scale: Scale): void {
  const y = heightOn(field, scale)
  context.font = `${text}px sans-serif`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const tick of scale.ticks) {
    stroke(context, tick === 0 ? grey : rule, 1, () => {
      context.moveTo(field.left, y(tick))
      context.lineTo(field.right, y(tick))
    })
    context.fillStyle = ink
    context.fillText(numberText(tick), field.left - 6, y(tick))
  }
}

/** As many as there is room for, the last one always. */
function labels(
  context: CanvasRenderingContext2D,
  { left, right, bottom }: Field,
  points: readonly { readonly label: string }[],
  x: (at: number) => number,
): void {
  const every = Math.max(1, Math.ceil((points.length * 44) / (right - left)))
  context.textBaseline = 'top'
  context.textAlign = 'center'
  context.fillStyle = ink
  points.forEach(({ label }, at) => {
    if ((points.length - 1 - at) % every === 0) context.fillText(label, x(at), bottom + 8)
  })
}

function bar(
  context: CanvasRenderingContext2D,
  colour: string,
  middle: number,
  from: number,
  to: number,
  wide: number,
) {
  if (Math.abs(to - from) < 0.5) return
  context.fillStyle = colour
  context.fillRect(middle - wide / 2, Math.min(from, to), wide, Math.abs(to - from))
}

function fill(context: CanvasRenderingContext2D, colour: string, path: () => void): void {
  context.beginPath()
  path()
  context.fillStyle = colour
  context.fill()
}

function stroke(context: CanvasRenderingContext2D, colour: string, wide: number, path: () => void): void {
  context.beginPath()
  path()
  context.lineWidth = wide
  context.lineJoin = 'round'
  context.strokeStyle = colour
  context.stroke()
}

/** 12.3万, where the whole number would not fit. */
export function numberText(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : `${Math.round(value / 1_000) / 10}万`
}
