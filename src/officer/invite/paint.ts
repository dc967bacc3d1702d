import type { Poster } from '../../../shared/contract/registry'
import { unreachable } from '../../../shared/core/unreachable'
import type { Paint } from '../../components/drawing'
import { paintQr } from '../../components/qr'
import { layoutPoster, posterHeight, posterWidth, type PosterLayout, type PosterText } from './poster'

const family = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** Draws the poster as one picture, so that what is saved is what is seen. */
export function posterPaint(text: PosterText, poster: Poster): Paint {
  const { field, lines, qr } = layoutPoster(text)
  return (context, { width, picture }) => {
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
    paintCode(context, poster, qr, picture)
    context.restore()
  }
}

/** A link becomes a QR code here; a mini-program code is WeChat’s picture, round, with its own white around it. */
function paintCode(
  context: CanvasRenderingContext2D,
  poster: Poster,
  { left, top, side }: PosterLayout['qr'],
  picture: CanvasImageSource | undefined,
): void {
  switch (poster.kind) {
    case 'link':
      return paintQr(context, poster.link, left, top, side)
    case 'mini-program-code':
      if (picture !== undefined) return context.drawImage(picture, left, top, side, side)
      context.font = `28px ${family}`
      context.fillStyle = '#1f2329'
      return context.fillText('小程序码没有显示，请退出后再打开这一页', posterWidth / 2, top + side / 2)
    default:
      return unreachable(poster)
  }
}
