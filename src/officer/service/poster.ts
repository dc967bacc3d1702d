import type { Paint } from '../../components/drawing'
import { paintQr } from '../../components/qr'

const family = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
export const sheet = { width: 330, height: 430 } as const
const field = 104
const code = { left: 35, top: 118, side: 260 } as const
/** A line of the heading by how many there are: in how large a type, and where the first one stands. */
const headings = [
  { size: 22, top: 78 },
  { size: 18, top: 66 },
  { size: 15, top: 60 },
] as const
const lettersInLine = 14

/** 名称, in at most three lines of equal length; forty letters need no more. */
export function linesOf(name: string): readonly string[] {
  const letters = [...name]
  const lines = Math.min(headings.length, Math.ceil(letters.length / lettersInLine))
  const each = Math.ceil(letters.length / lines)
  return Array.from({ length: lines }, (_, at) => letters.slice(at * each, (at + 1) * each).join(''))
}

/** 验卡码: the sheet that lies beside the till. */
export function verifierSheet(name: string, link: string): Paint {
  const lines = linesOf(name)
  const { size, top } = headings[lines.length - 1] ?? headings[0]
  return (context, { width }) => {
    context.save()
    context.scale(width / sheet.width, width / sheet.width)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, sheet.width, sheet.height)
    context.fillStyle = '#c8161d'
    context.fillRect(0, 0, sheet.width, field)
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    const line = (text: string, top: number, font: string, colour: string) => {
      context.font = `${font} ${family}`
      context.fillStyle = colour
      context.fillText(text, sheet.width / 2, top)
    }
    line('验会员卡', 32, 'bold 26px', '#ffffff')
    for (const [at, text] of lines.entries()) line(text, top + at * (size + 3), `${size}px`, '#ffffff')
    line('工作人员扫这张码，再扫会员的卡', 394, '16px', '#1f2329')
    paintQr(context, link, code.left, code.top, code.side)
    context.restore()
  }
}
