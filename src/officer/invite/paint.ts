import type { Paint } from '../../components/drawing'
import { paintQr } from '../../components/qr'
import { layoutPoster, posterHeight, posterWidth, type PosterText } from './poster'

const family = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** Draws the poster as one picture, so that what is saved is what is seen. */
export function posterPaint(text: PosterText, link: string): Paint {
  const { field, lines, qr } = layoutPoster(text)
  return (context, { width }) => {
    const scale = width / posterWidth
    context.save()
    context.scale(scale, scale)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, posterWidth, posterHeight)
    context.fillStyle = '#c8161d'
    context.fillRect(0, 0, posterWidth, field)
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    for (const { text: line, top, size, bold, colour } of lines) {
      context.font = `${bold ? 'bold ' : ''}${size}px ${family}`
      context.fillStyle = colour
      context.fillText(line, posterWidth / 2, top)
    }
    paintQr(context, link, qr.left, qr.top, qr.side)
    context.restore()
  }
}
