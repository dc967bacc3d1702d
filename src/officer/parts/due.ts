export interface DueLabel {
  readonly text: string
  readonly tone: 'neutral' | 'warning' | 'danger'
}

/** From how many working days on an application is 将超期. */
export const soonDays = 3

/** 还剩几天: the nearer, the louder. Working days; negative ones have passed. */
export function dueLabel(workingDaysLeft: number, overdue: boolean): DueLabel {
  if (overdue) return { text: workingDaysLeft < 0 ? `已超期 ${-workingDaysLeft} 个工作日` : '已超期', tone: 'danger' }
  if (workingDaysLeft <= 0) return { text: '今天到期', tone: 'danger' }
  if (workingDaysLeft === 1) return { text: '下个工作日到期', tone: 'warning' }
  return { text: `还剩 ${workingDaysLeft} 个工作日`, tone: workingDaysLeft <= soonDays ? 'warning' : 'neutral' }
}
