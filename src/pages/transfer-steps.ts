import type { z } from 'zod'
import type { MyTransfer } from '../../shared/contract/membership-transfer'
import type { FactError } from '../../shared/membership/transfer'
import { unreachable } from '../../shared/core/unreachable'
import type { Step } from '../components/Steps'
import { momentText } from './today'

type Transfer = z.output<typeof MyTransfer>
type Took = Transfer['steps'][number]

/** 事实不符, as people read it. */
export const factErrorName: Readonly<Record<FactError, string>> = {
  'wrong-person': '不是这个人',
  'still-employed': '劳动关系没有变',
  'not-here': '不在本单位工作',
}

/** 时间线 of a transfer, for the member and for the unions. */
export function timelineOf({ steps, state }: Pick<Transfer, 'steps' | 'state'>): readonly Step[] {
  return steps.map((step, index) => {
    const last = index === steps.length - 1
    const bad = step.kind === 'stopped' || step.kind === 'lapsed' || step.kind === 'overtaken'
    const said = [step.error === undefined ? undefined : factErrorName[step.error], step.note]
      .filter(Boolean)
      .join('：')
    return {
      state: bad ? 'bad' : last && state === 'open' ? 'now' : 'done',
      title: titleOf(step),
      note: [momentText(step.at), said].filter((text) => text !== '').join(' · '),
    }
  })
}

function titleOf({ kind, unionName = '' }: Took): string {
  switch (kind) {
    case 'requested':
      return '送出转会'
    case 'objected':
      return `说明推荐的不对，送到${unionName}`
    case 'released':
      return `${unionName}放行`
    case 'silent':
      return '通知期满，原工会没有说法，算放行'
    case 'accepted':
      return `${unionName}确认在那里工作`
    case 'disputed-leaving':
    case 'disputed-receiving':
      return `${unionName}说有一处和事实不符`
    case 'upheld':
      return `${unionName}裁定照办`
    case 'assigned':
      return `${unionName}定下了转去的工会`
    case 'stopped':
      return `${unionName}裁定不转`
    case 'lapsed':
      return '会籍刚有别的变动，没有办成'
    case 'redirected':
      return `原定的工会合并了，改由${unionName}接收`
    case 'overtaken':
      return `会籍随机构变动转到了${unionName}，这次转会停办`
    case 'carried':
      return `会籍随机构变动转到了${unionName}，正是要转去的工会`
    case 'withdrawn':
      return '本人撤回'
    case 'done':
      return '会籍转过去了'
    default:
      return unreachable(kind)
  }
}

export function stateTitle({ state, change, leaving, receiving }: Transfer): string {
  switch (state) {
    case 'open':
      return leaving === 'disputed' || receiving === 'disputed' || receiving === 'undecided'
        ? '等上级工会裁定'
        : change === 'resume'
          ? '正在接续会籍'
          : '正在转会'
    case 'done':
      return change === 'resume' ? '会籍接续了' : '转会办好了'
    case 'stopped':
      return '没有转'
    case 'withdrawn':
      return '已经撤回'
    default:
      return unreachable(state)
  }
}
