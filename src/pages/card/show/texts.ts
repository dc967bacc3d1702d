import type { CardStatus } from '../../../../shared/card/credential'

export const statusText: Readonly<Record<CardStatus, string>> = { active: '有效', retained: '会籍保留' }

/** How far a phone’s clock is off, in words; nothing below a minute. */
export function clockText(aheadMs: number): string | undefined {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000)
  if (minutes === 0) return undefined
  const hours = Math.round(minutes / 60)
  const off = minutes < 90 ? `${minutes} 分钟` : hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
  return `手机时间${aheadMs > 0 ? '慢' : '快'}了约 ${off}，已按工会的时间出示，照样能用。`
}

export function offlineText(days: number): string {
  return days > 1 ? `现在没有网络，卡还能用 ${days} 天。` : '现在没有网络，卡今天还能用，请尽快连一次网。'
}
