import { momentText } from '../../today'
import type { Verdict } from '../../../services/card/verdict'
import type { IconName } from '../../../components/Icon'
import type { NoCode } from './finding'

export interface VerdictText {
  readonly tone: 'yes' | 'wait' | 'no'
  readonly icon: IconName
  readonly title: string
  /** How it was found out, where that matters. */
  readonly how?: string
  readonly next: string
}

/** 有效 / 已使用 / 已失效 / 已过期 / 无法识别, and what to do next. */
export function verdictText(verdict: Verdict): VerdictText {
  switch (verdict.kind) {
    case 'valid':
      return {
        tone: 'yes',
        icon: 'check',
        title: '有效',
        ...(verdict.by === 'phone' ? { how: offlineText(verdict.listAsOf) } : {}),
        next: '可以办理。',
      }
    case 'used':
      return {
        tone: 'wait',
        icon: 'warning',
        title: '已使用',
        next: '这个码已经核验过一次。请等会员卡上的码更换（30 秒一次），再扫。',
      }
    case 'revoked':
      return {
        tone: 'no',
        icon: 'close',
        title: '已失效',
        next: '这张卡已经停用。请会员打开“会员卡”看看，还是会员的可以当场重新激活。',
      }
    case 'expired':
      return {
        tone: 'wait',
        icon: 'clock',
        title: '已过期',
        next: '这不是今天的卡。请会员连上网络打开“会员卡”，刷新后再扫。',
      }
    case 'stale':
      return {
        tone: 'wait',
        icon: 'clock',
        title: '已过期',
        next: '这个码超过一分钟了，可能是截图。请会员打开“会员卡”，出示现在的码再扫。',
      }
    case 'forged':
      return {
        tone: 'no',
        icon: 'close',
        title: '无法识别',
        next: '这不是工会发的卡，或者被改过，不能凭它办理。请会员打开“会员卡”再出示一次。',
      }
    case 'not-a-card':
      return {
        tone: 'no',
        icon: 'close',
        title: '无法识别',
        next: '这不是会员卡的码。请会员打开小程序里的“会员卡”那一页，再扫。',
      }
    case 'unknown-issuer':
      return {
        tone: 'wait',
        icon: 'warning',
        title: '现在验不了',
        next: '没有网络，这台设备上也没有这张卡的发卡信息。请连上网络，再扫一次。',
      }
  }
}

function offlineText(listAsOf: Parameters<typeof momentText>[0] | undefined): string {
  return listAsOf === undefined ? '离线核验，没有今天的吊销名单' : `离线核验，吊销名单截至 ${momentText(listAsOf)}`
}

export const noCodeTexts: Readonly<Record<NoCode, string>> = {
  denied: '没有摄像头的权限。请在设置里允许后再试，或者选一张图片。',
  'no-camera': '这里用不了摄像头，请选一张图片，或者用微信扫。',
  'no-code': '没有找到二维码。请靠近一点、对清楚，再试一次。',
  unreadable: '这个文件打不开，请换一张图片（JPG 或 PNG）。',
}
