import { useMemo } from 'react'
import { Drawing } from './Drawing'
import { qrPaint } from './qr'

export interface QrCodeProps {
  readonly text: string
  /** CSS pixels. */
  readonly size?: number
  readonly id?: string
  readonly label?: string
}

/** 二维码. */
export function QrCode({ text, size = 240, id = 'qr', label = '二维码' }: QrCodeProps) {
  const paint = useMemo(() => qrPaint(text), [text])
  return <Drawing id={id} width={size} height={size} paint={paint} label={label} />
}
