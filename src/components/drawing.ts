/** What a drawing gets: a context scaled to CSS pixels, and its size in them. */
export interface Surface {
  readonly width: number
  readonly height: number
}
export type Paint = (context: CanvasRenderingContext2D, surface: Surface) => void

/** A finger or a mouse on the drawing, in shares of its width and height. */
export interface Pen {
  down(x: number, y: number): void
  move(x: number, y: number): void
  up(): void
}

export interface DrawingProps {
  readonly id: string
  /** CSS pixels; as wide as there is room where no width is given. */
  readonly width?: number
  readonly height: number
  readonly paint: Paint
  readonly pen?: Pen
  readonly label: string
}
