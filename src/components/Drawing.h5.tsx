import { useEffect, useRef, type PointerEvent } from 'react'
import { readPicture, type DrawingProps } from './drawing'

/** 画布 of a browser. */
export function Drawing({ id, width, height, paint, picture, pen, label }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (element === null || context === null || context === undefined) return
    const surface = { width: element.clientWidth, height: element.clientHeight }
    const ratio = Math.max(2, window.devicePixelRatio)
    element.width = surface.width * ratio
    element.height = surface.height * ratio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, surface.width, surface.height)
    if (picture === undefined) return paint(context, surface)
    let current = true
    void readPicture(new Image(), picture).then((read) => {
      if (current) paint(context, read === undefined ? surface : { ...surface, picture: read })
    })
    return () => {
      current = false
    }
  }, [paint, picture, width, height])

  const at = (event: PointerEvent<HTMLCanvasElement>, then: (x: number, y: number) => void) => {
    const box = event.currentTarget.getBoundingClientRect()
    then((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }
  const drawing = pen && {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      at(event, (x, y) => pen.down(x, y))
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.buttons !== 0) at(event, (x, y) => pen.move(x, y))
    },
    onPointerUp: () => pen.up(),
    onPointerCancel: () => pen.up(),
  }
  return (
    <canvas
      id={id}
      ref={canvas}
      role="img"
      aria-label={label}
      style={{
        display: 'block',
        width: width === undefined ? '100%' : `${width}px`,
        height: `${height}px`,
        touchAction: pen === undefined ? 'auto' : 'none',
      }}
      {...drawing}
    />
  )
}
