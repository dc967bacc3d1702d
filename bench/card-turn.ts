/** What runs inside the page: handed over as text, so that each function knows nothing but the browser and what stands in its window. */
export interface Turn {
  /** From due to painted. */
  readonly ms: number
  readonly longestFrame: number
  /** How far what stood on the page moved (layout-shift score). */
  readonly shift: number
}

declare global {
  interface Window {
    /** How far the clock of the page is set ahead. */
    aheadMs: number
    /** From `due` until what is drawn on the canvas of this name is on the screen. */
    watch(canvas: string, due: number): Promise<Turn>
  }
}

/** Before the app starts: a clock that can be set ahead, and a watch for what is painted. */
export function watchCanvases(): void {
  const realNow = Date.now.bind(Date)
  window.aheadMs = 0
  Date.now = () => realNow() + window.aheadMs
  const fill = CanvasRenderingContext2D.prototype.fill
  CanvasRenderingContext2D.prototype.fill = function (this: CanvasRenderingContext2D, ...given: readonly unknown[]) {
    Reflect.apply(fill, this, given)
    window.dispatchEvent(new CustomEvent('drawn', { detail: this.canvas.id }))
  }
  window.watch = (canvas, due) =>
    new Promise((resolve) => {
      let [shift, longestFrame, before, painted] = [0, 0, performance.now(), 0]
      const shifts = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += Number(Reflect.get(entry, 'value'))
      })
      shifts.observe({ type: 'layout-shift' })
      const frame = (at: number) => {
        longestFrame = Math.max(longestFrame, at - before)
        before = at
        // Some frames more: what was drawn may move things afterwards.
        if (painted > 0 && at > painted + 200) {
          shifts.disconnect()
          resolve({ ms: painted - due, longestFrame, shift })
        } else requestAnimationFrame(frame)
      }
      requestAnimationFrame((at) => {
        before = at
        requestAnimationFrame(frame)
      })
      const drawn = (event: Event) => {
        if (Reflect.get(event, 'detail') !== canvas) return
        window.removeEventListener('drawn', drawn)
        // The task after a frame’s own comes when the frame is made.
        requestAnimationFrame(() => setTimeout(() => (painted = performance.now())))
      }
      window.addEventListener('drawn', drawn)
    })
}

/** Sets the clock to the last second of a turn; the next code is due when that second is over. */
export function nextTurn(): Promise<Turn> {
  const wallet: unknown = JSON.parse(localStorage.getItem('secret.card') ?? '{}')
  const issuerAheadMs = Number(Reflect.get(Object(wallet), 'aheadMs'))
  const second = Math.floor((Date.now() + issuerAheadMs) / 1000)
  window.aheadMs += (29 - (second % 30)) * 1000
  const now = Date.now() + issuerAheadMs
  return window.watch('card-code', performance.now() + 1000 - (now % 1000))
}

/** Draws a matrix on a canvas of the code’s size, at a moment of its own between two frames. */
export async function paintBare(matrix: readonly (readonly boolean[])[]): Promise<Turn> {
  const shown = document.querySelector<HTMLCanvasElement>('#card-code')
  const bare = document.createElement('canvas')
  bare.id = 'bare'
  bare.width = shown?.width ?? 0
  bare.height = shown?.height ?? 0
  bare.style.position = 'fixed'
  bare.style.opacity = '0.01'
  document.body.append(bare)
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 50))
  const module = bare.width / (matrix.length + 8)
  const watched = window.watch('bare', performance.now())
  const context = bare.getContext('2d')
  for (const [row, line] of matrix.entries())
    for (const [column, dark] of line.entries())
      if (dark) context?.rect((column + 4) * module, (row + 4) * module, module, module)
  context?.fill()
  const turn = await watched
  bare.remove()
  return turn
}
