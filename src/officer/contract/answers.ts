import type { LookAnswer, RetainReason } from '../../../shared/contract/membership-states'
import { IsoDate } from '../../../shared/core/time'
import { unreachable } from '../../../shared/core/unreachable'
import type { LookKind } from '../../../shared/membership/task'
import type { Choice } from '../../components/ChoiceList'

type Kind = LookAnswer['kind']
export type LookStep = 'kind' | 'reason' | 'day'

/** What was answered so far. */
export interface LookAnswers {
  readonly kind?: Kind
  readonly reason?: RetainReason
  readonly day?: string
}

export const choices: Readonly<Record<LookKind, readonly Choice<Kind>[]>> = {
  'contract-end': [
    { value: 'renewed', label: '续签了', note: '填新的到期日' },
    { value: 'gone', label: '已离职，还没有新单位', note: '会籍保留在本会' },
    { value: 'elsewhere', label: '已到别的单位', note: '提醒本人办转会' },
  ],
  'secondment-end': [
    { value: 'secondment-goes-on', label: '借调继续', note: '会籍不动，再过六个月提醒' },
    { value: 'secondment-over', label: '借调结束，回来了', note: '会籍不动' },
    { value: 'elsewhere', label: '留在借调单位了', note: '提醒本人办转会' },
  ],
  'workplace-change': [
    { value: 'workplace-right', label: '是在那里工作' },
    { value: 'workplace-wrong', label: '不在那里工作', note: '和事实不符：请本人重新填写' },
  ],
}

export const titles: Readonly<Record<LookKind, string>> = {
  'contract-end': '合同到期',
  'secondment-end': '借调满六个月',
  'workplace-change': '换了单位',
}

/** The questions of each answer, in order. */
export function stepsOf(kind: Kind | undefined): readonly LookStep[] {
  switch (kind) {
    case 'gone':
      return ['kind', 'reason', 'day']
    case 'renewed':
      return ['kind', 'day']
    case undefined:
    case 'elsewhere':
    case 'secondment-goes-on':
    case 'secondment-over':
    case 'workplace-right':
    case 'workplace-wrong':
      return ['kind']
    default:
      return unreachable(kind)
  }
}

export function answerOf({ kind, reason, day }: LookAnswers): LookAnswer | undefined {
  const read = IsoDate.safeParse(day)
  switch (kind) {
    case undefined:
      return undefined
    case 'renewed':
      return read.success ? { kind, until: read.data } : undefined
    case 'gone':
      return read.success && reason !== undefined ? { kind, reason, on: read.data } : undefined
    case 'elsewhere':
    case 'secondment-goes-on':
    case 'secondment-over':
    case 'workplace-right':
    case 'workplace-wrong':
      return { kind }
    default:
      return unreachable(kind)
  }
}

/** What the officer reads in the end: what is on record now, and who does what next. */
export function doneText({ kind }: LookAnswer): string {
  switch (kind) {
    case 'renewed':
      return '新的到期日记下了，到那天会再提醒您。'
    case 'gone':
      return '会籍保留在本会，本人会收到消息。重新工作后可以接续。'
    case 'elsewhere':
      return '已经提醒本人办转会。会籍先留在本会，转会办好才走。'
    case 'secondment-goes-on':
      return '会籍不动，再过六个月提醒您。'
    case 'secondment-over':
      return '记下了，会籍不动。'
    case 'workplace-right':
      return '记下了，就按本人填的。'
    case 'workplace-wrong':
      return '已经告诉本人和事实不符，请他重新填写。会籍不动。'
    default:
      return unreachable(kind)
  }
}
