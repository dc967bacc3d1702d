import type { z } from 'zod'
import type { Me } from '../../shared/contract/session'
import { IsoDate } from '../../shared/core/time'
import { covers, rightsToday } from '../../shared/org/leave'
import { setsRules } from '../../shared/policy/ownership'
import { hasActiveBelow } from '../_kernel/unions/below'
import { countedAt, howMany, type Count } from '../_kernel/kept-counts'
import { officers, unions, type OfficerRecord } from '../_kernel/records/registry'
import type { Call } from '../_kernel/serve'

const dayMs = 24 * 60 * 60 * 1000
/** 将超期: due within three days, as the counts on the workbench warn. */
const soonDays = 3
const none: Count = { count: 0 }

/** 职务: the unions this account is in office at, with the counts that are doors on the workbench. */
export async function officesOf(
  call: Pick<Call<unknown>, 'store' | 'account' | 'now' | 'today'>,
): Promise<z.input<typeof Me>['offices']> {
  const held = await call.store.find(officers, { index: 'byAccount', equals: { account: call.account }, limit: 50 })
  const inOffice = held.documents.filter(({ until }) => until === undefined || until > call.now)
  return (await Promise.all(inOffice.map((officer) => officeOf(officer, call)))).flatMap((office) => office ?? [])
}

async function officeOf(officer: OfficerRecord, call: Pick<Call<unknown>, 'store' | 'now' | 'today'>) {
  const { store } = call
  const { union: id, role } = officer
  const union = await store.get(unions, id)
  if (union?.status !== 'active') return undefined
  // A right over rules is none where the union sets no rules.
  const rights = rightsToday(officer, call.today).filter((right) => right !== 'policies' || setsRules(union.type))
  const decides = rights.includes('approve')
  const [waiting, tasks, dueSoon, members, below] = await Promise.all([
    decides ? howMany({ what: 'waiting', union: id }, call) : none,
    decides ? howMany({ what: 'tasks', union: id }, call) : none,
    decides ? howMany({ what: 'due-before', union: id, day: daysAfter(call.today, soonDays + 1) }, call) : none,
    rights.includes('roster') ? howMany({ what: 'active', union: id }, call) : none,
    hasActiveBelow(id, store),
  ])
  return {
    union: id,
    unionName: union.name,
    role,
    rights,
    leads: below,
    waiting: waiting.count,
    tasks: tasks.count,
    dueSoon: dueSoon.count,
    ...awayOrActing(officer, call.today),
    members: members.count,
    ...countedAt([waiting, tasks, dueSoon, members]),
  }
}

/** 请假或者代行, as it is today. */
function awayOrActing({ leave, acting }: OfficerRecord, today: IsoDate) {
  return {
    ...(leave !== undefined && covers(leave, today) ? { leave: { until: leave.until } } : {}),
    ...(acting !== undefined && covers(acting, today) ? { acting: { role: acting.role, until: acting.until } } : {}),
  }
}

function daysAfter(day: IsoDate, days: number): IsoDate {
  return IsoDate.parse(new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10))
}
