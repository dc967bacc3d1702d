import type { home } from '../../../shared/contract/home'
import type { MeetingKind } from '../../../shared/home/meetings/facts'
import type { OutputOf } from '../../services/api'

/** 两种会叫什么. */
export const meetingName: Readonly<Record<MeetingKind, string>> = { members: '会员大会', staff: '职工大会' }

type Row = OutputOf<typeof home, 'meetingsOfUnion'>['rows'][number]

/** 第三届第二次会员代表大会. */
export function sessionText({ meeting, delegates, period, session }: Omit<Row, 'id'>): string {
  const who = meeting === 'members' ? '会员' : '职工'
  return `第 ${period} 届第 ${session} 次${who}${delegates ? '代表' : ''}大会`
}
