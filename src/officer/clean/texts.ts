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

/** 代码, with what is wrong with it. */
export function codeText({
  uscc,
  codeState,
}: {
  readonly uscc?: string | undefined
  readonly codeState: string
}): string {
  if (uscc === undefined) return '没有'
  return codeState === 'misread' ? `${uscc}（校验不对，可能抄错）` : uscc
}

/** Which unions organise a unit. */
export function unionText({
  ownUnion,
  coveredBy,
}: {
  readonly ownUnion?: string | undefined
  readonly coveredBy: readonly string[]
}): string {
  if (ownUnion !== undefined) return ownUnion
  return coveredBy.length === 0 ? '没有' : `由${coveredBy.join('、')}覆盖`
}

/** The server counts to a thousand here. */
export function countText(count: number, of = '人'): string {
  return count >= 1_000 ? `1000 ${of}以上` : `${count} ${of}`
}

/** What each kind of task is called in the list. */
export const cleanTaskText = {
  'same-person-twice': {
    title: (name?: string) => `${name ?? '某位会员'}可能登记了两次`,
    note: '看一看是不是同一个人',
  },
  'same-unit-twice': {
    title: (name?: string) => `${name ?? '某家单位'}可能登记了两次`,
    note: '看一看是不是同一家单位',
  },
  'hanging-membership': { title: () => '空挂会员', note: '没有单位，或者很久没有消息' },
} as const
