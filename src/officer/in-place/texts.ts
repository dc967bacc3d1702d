import type { TaskRow } from '../../../shared/contract/membership-tasks'
import type { IsoDate } from '../../../shared/core/time'
import type { InPlaceKind } from '../../../shared/membership/task'
import { unreachable } from '../../../shared/core/unreachable'
import { fullDayText, momentText } from '../../pages/today'

/** What can be done from above, before somebody is appointed. */
export const meanwhile: Readonly<Record<InPlaceKind, { readonly label: string; readonly note: string }>> = {
  'half-year-round': {
    label: '看这个工会的半年核对',
    note: '您可以看变动、补填工会信息、提醒会员；办结要等新主席。',
  },
  'hanging-membership': {
    label: '看这个工会的空挂会员',
    note: '您可以逐个核对，看完就办好了；转会、退会等新主席来办。',
  },
}

export function sinceText(since: IsoDate | undefined): string {
  return since === undefined ? '还没有任命过能审批的干部。' : `${fullDayText(since)}起没有干部在任。`
}

/** 经过: the latest last. */
export function wayHere(steps: TaskRow['steps']) {
  return steps.map(({ kind, at, unionName }) => ({
    state: 'done' as const,
    title: stepText(kind, unionName),
    note: momentText(at),
  }))
}

function stepText(kind: TaskRow['steps'][number]['kind'], unionName: string): string {
  switch (kind) {
    case 'opened':
      return `列入${unionName}的待办`
    case 'escalated':
      return `没有按时办，交${unionName}`
    case 'left-vacant':
      return `没有干部在任，交${unionName}`
    case 'came-down':
      return `有了新干部，退回${unionName}`
    case 'handed-over':
      return `转给${unionName}`
    case 'answered':
      return `${unionName}答复`
    case 'done':
      return `${unionName}办好了`
    case 'dropped':
      return '不用办了'
    default:
      return unreachable(kind)
  }
}
