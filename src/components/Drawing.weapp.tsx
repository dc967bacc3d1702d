import { Canvas } from '@tarojs/components'
import Taro, { useReady } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { readPicture, type DrawingProps, type Surface } from './drawing'

interface Ready extends Surface {
  readonly context: CanvasRenderingContext2D
  readonly createImage: () => HTMLImageElement
}

/** 画布 of the mini-program: a canvas node that is asked for once the page stands. */
export function Drawing({ id, width, height, paint, picture, pen, label }: DrawingProps) {
  const [ready, setReady] = useState<Ready>()
  const asked = useRef(false)
  const ask = useCallback(() => {
    if (asked.current) return
    asked.current = true
    void surfaceOf(id).then((found) => {
      asked.current = found !== undefined
      setReady(found)
    })
  }, [id])
  useReady(ask)
  useEffect(() => Taro.nextTick(ask), [ask])
  useEffect(() => {
    if (ready === undefined) return
    ready.context.clearRect(0, 0, ready.width, ready.height)
    const { context, createImage, ...surface } = ready
    if (picture === undefined) return paint(context, surface)
    let current = true
    void readPicture(createImage(), picture).then((read) => {
      if (current) paint(context, read === undefined ? surface : { ...surface, picture: read })
    })
    return () => {
      current = false
    }
  }, [ready, paint, picture])

  const at = (event: { readonly touches: readonly unknown[] }, then: (x: number, y: number) => void) => {
    const touch = pointOf(event.touches[0])
    if (touch !== undefined && ready !== undefined) then(touch.x / ready.width, touch.y / ready.height)
  }
  const drawing = pen && {
    disableScroll: true,
    onTouchStart: (event: { readonly touches: readonly unknown[] }) => at(event, (x, y) => pen.down(x, y)),
    onTouchMove: (event: { readonly touches: readonly unknown[] }) => at(event, (x, y) => pen.move(x, y)),
    onTouchEnd: () => pen.up(),
    onTouchCancel: () => pen.up(),
  }
  return (
    <Canvas
      type="2d"
      id={id}
      canvasId={id}
      {...{ ariaLabel: label }}
      style={{ display: 'block', width: width === undefined ? '100%' : `${width}px`, height: `${height}px` }}
      {...drawing}
    />
  )
}

/** On a canvas WeChat’s touches carry their place in it. */
function pointOf(touch: unknown): { readonly x: number; readonly y: number } | undefined {
  if (typeof touch !== 'object' || touch === null || !('x' in touch) || !('y' in touch)) return undefined
  return typeof touch.x === 'number' && typeof touch.y === 'number' ? { x: touch.x, y: touch.y } : undefined
}

/** WeChat’s canvas: the one place where an image to draw with can be made. */
interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

interface Found {
  readonly node?: CanvasNode
  readonly width?: number
  readonly height?: number
}

function surfaceOf(id: string): Promise<Ready | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((results: readonly (Found | null)[]) => {
        const { node, width = 0, height = 0 } = results[0] ?? {}
        if (node === undefined || width === 0) return resolve(undefined)
        const ratio = Taro.getSystemInfoSync().pixelRatio
        node.width = width * ratio
        node.height = height * ratio
        const context = node.getContext('2d')
        context.scale(ratio, ratio)
        resolve({ context, createImage: () => node.createImage(), width, height })
      })
  })
}
