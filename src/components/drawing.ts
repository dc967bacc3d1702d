/** What a drawing gets: a context scaled to CSS pixels, its size in them, and the picture it asked for, unless that could not be read. */
export interface Surface {
  readonly width: number
  readonly height: number
  readonly picture?: CanvasImageSource
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
  /** A data URL of a picture to paint with: read by the canvas itself, because in WeChat only a canvas can. Nothing is painted before it is read. */
  readonly picture?: string
  readonly pen?: Pen
  readonly label: string
}

/** The parts of an image that a browser’s and WeChat’s have in common. */
interface Readable {
  onload: unknown
  onerror: unknown
  src: string
}

/** Reads a picture into an image that the canvas made; undefined where it cannot be read. */
export function readPicture<I extends Readable>(image: I, url: string): Promise<I | undefined> {
  return new Promise((resolve) => {
    image.onload = () => resolve(image)
    image.onerror = () => resolve(undefined)
    image.src = url
  })
}
