import { Text, View } from '@tarojs/components'
import { useCallback, useMemo, useRef } from 'react'
import type { Signature } from '../../shared/membership/joining'
import type { Paint } from './drawing'
import { Drawing } from './Drawing'
import { begin, draw, signatureOf, type Strokes } from './strokes'
import { TextAction } from './TextAction'
import './SignaturePad.scss'

export interface SignaturePadProps {
  readonly value: Signature | undefined
  readonly onChange: (signature: Signature | undefined) => void
  readonly id: string
  readonly error?: string | undefined
}

const padHeight = 180
const viewHeight = 90

/** 手写签名. */
export function SignaturePad({ value, onChange, id, error }: SignaturePadProps) {
  const strokes = useRef<Strokes>(value?.strokes ?? [])
  strokes.current = value?.strokes ?? []
  const change = useRef(onChange)
  change.current = onChange

  const pen = useMemo(() => {
    const keep = (drawn: Strokes) => {
      strokes.current = drawn
      change.current(signatureOf(drawn))
    }
    return {
      down: (x: number, y: number) => keep(begin(strokes.current, x, y)),
      move: (x: number, y: number) => keep(draw(strokes.current, x, y)),
      up: () => {},
    }
  }, [])
  const paint = usePaint(value?.strokes)
  return (
    <View className="sign">
      <View className="sign-head">
        <Text className="sign-label">请在框内用手指签名</Text>
        <TextAction id={`${id}-again`} label="重写" onTap={() => onChange(undefined)} />
      </View>
      <View className={`sign-pad${error === undefined ? '' : ' sign-bad'}`}>
        <Drawing id={id} height={padHeight} paint={paint} pen={pen} label="签名框" />
      </View>
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  )
}

/** 签名, as it was written. */
export function SignatureView({ strokes, id = 'signature' }: { readonly strokes: Strokes; readonly id?: string }) {
  return <Drawing id={id} width={viewHeight * 2} height={viewHeight} paint={usePaint(strokes)} label="签名" />
}

function usePaint(strokes: Strokes | undefined): Paint {
  return useCallback<Paint>(
    (context, { width, height }) => {
      context.strokeStyle = '#1f2329'
      context.lineWidth = 3
      context.lineCap = 'round'
      context.lineJoin = 'round'
      for (const stroke of strokes ?? []) {
        context.beginPath()
        for (let at = 0; at + 1 < stroke.length; at += 2) {
          const [x, y] = [((stroke[at] ?? 0) / 1000) * width, ((stroke[at + 1] ?? 0) / 1000) * height]
          if (at === 0) context.moveTo(x, y)
          else context.lineTo(x, y)
        }
        context.stroke()
      }
    },
    [strokes],
  )
}
