import type { IsoDate } from '../../../shared/core/time'
import { fullDayText } from '../../pages/today'

const known: Readonly<Record<string, string>> = {
  active: '在册',
  retained: '保留会籍',
  left: '已退会',
  expelled: '已开除',
  deceased: '已去世',
}

export function memberStateText(state: string): string {
  return known[state] ?? state
}

export function whyText(why: 'no-workplace' | 'unconfirmed' | 'union-ended', lastOn: IsoDate): string {
  switch (why) {
    case 'no-workplace':
      return '没有单位，也不知道在哪里做什么'
    case 'unconfirmed':
      return `${fullDayText(lastOn)}以后没有人核对过`
    case 'union-ended':
      return '所在的工会已经撤销，要转到别的工会'
  }
}

export const accountText = {
  kept: '他现在用的微信不变',
  merged: '另一份绑定的微信归到这一份',
  none: '两份都没有绑定微信',
  'kept-other-untied': '以这一份的微信为准，另一个微信解除绑定',
} as const
