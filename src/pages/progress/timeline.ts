import { unreachable } from '../../../shared/core/unreachable'
import type { MyApplication, TimelineStep } from '../../../shared/contract/membership-views'
import { dayText, momentText } from '../today'

export interface TimelineItem {
  readonly state: 'done' | 'now' | 'next' | 'bad'
  readonly title: string
  readonly note?: string
}

/** 时间线: what was done, who has it now and until when, and what is still to come. */
export function timelineItems(application: MyApplication): readonly TimelineItem[] {
  return [...application.timeline.map(past), ...ahead(application)]
}

function past(step: TimelineStep): TimelineItem {
  const said = [...(step.reasons ?? []), ...(step.note === undefined ? [] : [step.note])].join('；')
  return { ...titleOf(step), note: [momentText(step.at), ...(said === '' ? [] : [said])].join('，') }
}

function titleOf({ kind, unionName }: TimelineStep): { state: 'done' | 'bad'; title: string } {
  switch (kind) {
    case 'submitted':
      return { state: 'done', title: '已提交' }
    case 'resubmitted':
      return { state: 'done', title: '改好重新提交' }
    case 'returned':
      return { state: 'bad', title: '退回修改' }
    case 'approved':
      return { state: 'done', title: '委员会同意' }
    case 'rejected':
      return { state: 'bad', title: '不同意' }
    case 'withdrawn':
      return { state: 'bad', title: '您已撤回' }
    case 'assigned':
      return { state: 'done', title: unionName === undefined ? '上级工会指定了工会' : `转给${unionName}` }
    case 'escalated':
      return { state: 'done', title: unionName === undefined ? '交上级工会办' : `没有按时办，交${unionName}办` }
    case 'reminded':
      return { state: 'done', title: '您催了一次' }
    default:
      return unreachable(kind)
  }
}

function ahead({ state, union, desk, undecided, dueOn }: MyApplication): readonly TimelineItem[] {
  const until = `最晚 ${dayText(dueOn)}答复`
  switch (state) {
    case 'submitted':
      return [
        undecided
          ? { state: 'now', title: `${union.name}定您归哪个工会`, note: until }
          : { state: 'now', title: '工会委员会讨论', note: `在${desk.name}，${until}` },
        { state: 'next', title: '成为会员' },
      ]
    case 'returned':
      return [
        { state: 'now', title: '等您修改', note: '改好再提交，期限重新算' },
        { state: 'next', title: '工会委员会讨论' },
        { state: 'next', title: '成为会员' },
      ]
    case 'approved':
      return [{ state: 'done', title: '您是工会会员了' }]
    case 'rejected':
    case 'withdrawn':
      return []
    default:
      return unreachable(state)
  }
}

/** How the time stands, for the tag beside the title. */
export function dueTag({
  state,
  workingDaysLeft,
}: Pick<MyApplication, 'state' | 'workingDaysLeft'>):
  { tone: 'warning' | 'danger' | 'neutral'; text: string } | undefined {
  if (state !== 'submitted') return undefined
  if (workingDaysLeft < 0) return { tone: 'danger', text: `超期 ${-workingDaysLeft} 个工作日` }
  return workingDaysLeft === 0
    ? { tone: 'warning', text: '今天到期' }
    : { tone: workingDaysLeft <= 3 ? 'warning' : 'neutral', text: `还剩 ${workingDaysLeft} 个工作日` }
}

export const stateTitle: Readonly<Record<MyApplication['state'], string>> = {
  submitted: '审核中',
  returned: '要您改一下',
  approved: '已经入会',
  rejected: '没有通过',
  withdrawn: '已撤回',
}
