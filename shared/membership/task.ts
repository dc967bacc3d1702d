import { z } from 'zod'

/**
 * 待办: something that waits for an officer, found in the inbox of the union that has to do it. A task acts only after a person confirmed it; what passes its
 * due date goes up with its history. Its id is made of its kind and its subject, so that the same event never asks twice.
 */
export const TaskKind = z.enum([
  /** 转出: the union somebody leaves is told; it may release at once or report an error of fact, and silence releases. */
  'transfer-out',
  /** 转入: the union somebody comes to says that they work there. */
  'transfer-in',
  /** 转会争议: the nearest common upper union settles what one side says is not so. */
  'transfer-dispute',
  /** 机构变动: one confirmation for everybody whom a founding, a merger or a dissolution moves. */
  'union-event',
  /** 本人异议: somebody says that the move of an event is not right for them. */
  'event-objection',
  /** 对选民名单的异议: voting does not begin before it is settled. */
  'review-objection',
  /** 纸质选票未清点: nothing of the review is counted, and nobody of its group published, before both tellers agree. */
  'review-papers',
  /** 退会. */
  'leave-request',
  /** 开除备案 at the upper union. */
  'expulsion-filing',
  /** 合同到期、借调满期: a look at where somebody belongs now. */
  'contract-end',
  'secondment-end',
  /** 单位变动: a member says that they work elsewhere within this union; it is recorded, the union looks whether it is so. */
  'workplace-change',
  /** 建会: a covered unit that has grown, a joint union with too many units, a unit without a union. */
  'own-committee',
  'joint-too-many',
  'assist-founding',
  /** 向上级的申请: 建会、换届、补选、撤销. */
  'union-application',
  /** 变更隶属: the upper union that is to lead a union says whether it takes it. */
  'reaffiliation',
  /** 模范职工之家: an application, or a re-check, waits for whoever keeps the register. */
  'title',
  /** 职工之家评定: an assessment to be checked, or an objection to its result. */
  'home-assessment',
  /** 部署了评定: the union above calls for an assessment by a day. */
  'assessment-called',
  /** 建家情况报送: once a year to the union above. */
  'home-report',
  /** 换届: the committee’s term ends. */
  'term-end',
  /** 半年核对. */
  'half-year-round',
  /** 年度要办的事: both congresses, 厂务公开, the accounts, the appraisal; one for all that a year still lacks. */
  'yearly-duties',
  /** 半年归档: what of a half-year that is over has to be filed on paper. */
  'half-year-filing',
  /** 数据清理. */
  'hanging-membership',
  'same-person-twice',
  'same-unit-twice',
])
export type TaskKind = z.infer<typeof TaskKind>

/** What a task is about that may be asked again: its subject is that, a dot, and the day or the number of this time. */
export function askedAbout(subject: string): string {
  return subject.slice(0, subject.lastIndexOf('.'))
}

/** 看一看: what asks where a member works now. */
export const LookKind = TaskKind.extract(['contract-end', 'secondment-end', 'workplace-change'])
export type LookKind = z.infer<typeof LookKind>

export const TaskState = z.enum(['open', 'done', 'dropped'])
export type TaskState = z.infer<typeof TaskState>

/** `drop`: there is nothing left to do, because the person or the event went another way. `reopen`: what closed it is gone again, as a record that was deleted. */
export type TaskCommand = 'finish' | 'drop' | 'escalate' | 'reopen'

export type NextTask = { readonly to: TaskState } | { readonly refuse: 'TASK_CLOSED' }

const to = (state: TaskState) => ({ to: state }) as const
const closed = { refuse: 'TASK_CLOSED' } as const

export const taskMachine = {
  open: { finish: to('done'), drop: to('dropped'), escalate: to('open'), reopen: to('open') },
  done: { finish: closed, drop: closed, escalate: closed, reopen: to('open') },
  dropped: { finish: closed, drop: closed, escalate: closed, reopen: to('open') },
} as const satisfies Readonly<Record<TaskState, Readonly<Record<TaskCommand, NextTask>>>>

export function advanceTask(state: TaskState, command: TaskCommand): NextTask {
  return taskMachine[state][command]
}

export const TaskStepKind = z.enum([
  'opened',
  'escalated',
  /** It went up because nobody was in office, due or not. */
  'left-vacant',
  /** It came down again to the union whose it is, since somebody took office there. */
  'came-down',
  'answered',
  'done',
  'dropped',
  'handed-over',
])
export type TaskStepKind = z.infer<typeof TaskStepKind>

/**
 * What becomes of a task that passes its due date, or lies where nobody is in office (escalation.ts). `goes-up`: somebody waits for it, so the union above has
 * it next, level by level. `goes-up-once`: it is the union’s own housekeeping; the union above has it then, and nobody further up. `goes-up-when-vacant`: the
 * work is a list of the union’s own; late, it stays, and the union above sees among its rounds who has not done it. Only where nobody is in office is it laid
 * before the union above, and it comes down to whoever takes office. `clock-acts`: silence has a meaning in the rules, with an officer or without.
 * `stays`: it reminds the union of what its records lack, and is nobody else’s; the records close it, or it is over.
 */
export type WhenOverdue = 'goes-up' | 'goes-up-once' | 'goes-up-when-vacant' | 'clock-acts' | 'stays'

export const whenOverdue: Readonly<Record<TaskKind, WhenOverdue>> = {
  'transfer-out': 'clock-acts',
  'transfer-in': 'goes-up',
  'transfer-dispute': 'goes-up',
  'union-event': 'goes-up',
  'event-objection': 'goes-up',
  'review-objection': 'goes-up',
  'review-papers': 'goes-up-once',
  'leave-request': 'clock-acts',
  'expulsion-filing': 'goes-up',
  'contract-end': 'goes-up-once',
  'secondment-end': 'goes-up-once',
  'workplace-change': 'goes-up-once',
  'own-committee': 'goes-up-once',
  'joint-too-many': 'goes-up-once',
  'assist-founding': 'goes-up-once',
  'union-application': 'goes-up',
  reaffiliation: 'goes-up',
  title: 'goes-up',
  'home-assessment': 'goes-up',
  'assessment-called': 'stays',
  'home-report': 'stays',
  'term-end': 'goes-up-once',
  'half-year-round': 'goes-up-when-vacant',
  'yearly-duties': 'stays',
  'half-year-filing': 'stays',
  'hanging-membership': 'goes-up-when-vacant',
  'same-person-twice': 'goes-up',
  'same-unit-twice': 'goes-up-once',
}

/** 空缺时交上级的待办: what the union above does in place of one without officers, and what comes down again. */
export const InPlaceKind = TaskKind.extract(['half-year-round', 'hanging-membership'])
export type InPlaceKind = z.infer<typeof InPlaceKind>
