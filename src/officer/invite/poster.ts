import { last } from '../../../shared/core/own'

/** 海报的版面: where everything stands on one picture of 3:4, in its own units; drawn at any size. */
export const posterWidth = 750
export const posterHeight = 1000

export interface PosterText {
  readonly union: string
  /** The unit the code is for, where it is for one. */
  readonly unit?: string | undefined
}

export interface PosterLine {
  readonly text: string
  readonly top: number
  readonly size: number
  readonly bold: boolean
  readonly colour: string
}

export interface PosterLayout {
  /** How far the red field at the top reaches; the names stand in it. */
  readonly field: number
  readonly lines: readonly PosterLine[]
  readonly qr: { readonly left: number; readonly top: number; readonly side: number }
}

const margin = 48
/** The code with its quiet zone: as large as the names leave room for, so that it is read from an arm’s length. */
const largestQr = 600
const belowQr = 130
const colours = { onRed: '#ffffff', ink: '#1f2329', note: '#646a73' } as const

/** Lays the poster out. Long names break into lines of equal size, at most three; what is longer still ends in an ellipsis. */
export function layoutPoster({ union, unit }: PosterText): PosterLayout {
  const title = { text: '加入工会，扫码就行', top: 84, size: 52, bold: true, colour: colours.onRed }
  const nameSize = [...union].length > 16 ? 34 : 40
  const names = broken(union, Math.floor((posterWidth - 2 * margin) / nameSize), 3)
  const unionLines = names.map((text, index) => ({
    text,
    top: 158 + index * (nameSize + 10),
    size: nameSize,
    bold: false,
    colour: colours.onRed,
  }))
  const field = 214 + (names.length - 1) * (nameSize + 10)
  const qrTop = field + 24
  const qrSide = Math.min(largestQr, posterHeight - qrTop - belowQr)
  const below = qrTop + qrSide + 34
  const unitLines =
    unit === undefined ? [] : [{ text: clipped(unit, 22), top: below, size: 32, bold: true, colour: colours.ink }]
  const steps = {
    text: '① 微信扫码　② 回答几个问题　③ 签申请书',
    top: below + (unit === undefined ? 24 : 52),
    size: 28,
    bold: false,
    colour: colours.note,
  }
  return {
    field,
    lines: [title, ...unionLines, ...unitLines, steps],
    qr: { left: (posterWidth - qrSide) / 2, top: qrTop, side: qrSide },
  }
}

function broken(text: string, perLine: number, most: number): readonly string[] {
  const letters = [...text]
  const count = Math.min(most, Math.ceil(letters.length / perLine))
  const even = Math.ceil(letters.length / count)
  const length = Math.min(perLine, even)
  const lines = Array.from({ length: count }, (_, index) =>
    letters.slice(index * length, (index + 1) * length).join(''),
  )
  const end = last(lines) ?? ''
  return letters.length > count * length ? [...lines.slice(0, -1), `${end.slice(0, -1)}…`] : lines
}

function clipped(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
