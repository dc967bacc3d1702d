import type { Paint } from '../../components/drawing'
import { paintQr } from '../../components/qr'

const family = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
export const sheet = { width: 330, height: 430 } as const
const field = 104
const code = { left: 35, top: 118, side: 260 } as const
/** What a line of the heading holds at its largest. */
const lettersAtFullSize = 13

/** 验卡码: the sheet that lies beside the till. */
export function verifierSheet(name: string, link: string): Paint {
  const size = Math.floor(22 * Math.min(1, lettersAtFullSize / [...name].length))
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
    line('验会员卡', 36, 'bold 26px', '#ffffff')
    line(name, 76, `${size}px`, '#ffffff')
    line('工作人员扫这张码，再扫会员的卡', 394, '16px', '#1f2329')
    paintQr(context, link, code.left, code.top, code.side)
    context.restore()
  }
}
