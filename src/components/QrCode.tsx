import { useMemo } from 'react'
import { Drawing } from './Drawing'
import { qrPaint, type QrLevel } from './qr'

export interface QrCodeProps {
  readonly text: string
  /** CSS pixels. */
  readonly size?: number
  readonly id?: string
  readonly label?: string
  readonly level?: QrLevel
}

/** 二维码. */
export function QrCode({ text, size = 240, id = 'qr', label = '二维码', level = 'M' }: QrCodeProps) {
  const paint = useMemo(() => qrPaint(text, level), [text, level])
  return <Drawing id={id} width={size} height={size} paint={paint} label={label} />
}
