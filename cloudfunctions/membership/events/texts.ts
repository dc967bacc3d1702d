import { dayInWords } from '../../../shared/core/calendar'
import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'

/** What a member reads about an event; unions and days only. */

const because = ({ kind, unionName }: UnionEventRecord): string =>
  ({
    founded: `您单位建立了${unionName}，按“谁用工、谁组织入会”，`,
    merged: `${unionName}已经合并，`,
    dissolved: `${unionName}已经撤销，`,
  })[kind]

export function tellsOf(event: UnionEventRecord, { plan, to }: EventItemRecord): string {
  const until = event.objectUntil === undefined ? '' : `不同意的，请在 ${dayInWords(event.objectUntil)}前告诉我们。`
  switch (plan) {
    case 'offer':
      return `${because(event)}您可以把会籍转过去，也可以留在现在的工会，由您选。`
    case 'retain':
      return `${because(event)}您的会籍将保留在${to.name}，不收会费，找到工作后可以接续。${until}`
    case 'move':
      return `${because(event)}您的会籍将转到${to.name}，会员号和入会时间不变，您不用做什么。${until}`
    case 'reroute':
      return `${because(event)}您的入会申请改由${to.name}办理，提交时间和办理期限不变。`
    case 'assign':
      return `${because(event)}您的入会申请由${to.name}确定归哪个工会办理，提交时间和办理期限不变。`
  }
}

export const movedText = ({ plan, to }: EventItemRecord): string =>
  plan === 'retain' ? `您的会籍已经保留在${to.name}。` : `您的会籍已经转到${to.name}，会员号和入会时间不变。`

export const goneText = ({ to }: EventItemRecord): string =>
  `${to.name}已经不在册，您的会籍不转到那里了，您不用做什么。`

export const clauseOf: Readonly<Record<UnionEventRecord['kind'], string>> = {
  founded: '单位建会后及时接转（谁用工、谁组织入会）',
  merged: '《工会法》第十三条',
  dissolved: '《工会法》第十三条',
}
