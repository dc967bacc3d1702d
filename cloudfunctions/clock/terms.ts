import { monthsAfter } from '../../shared/core/calendar'
import { chinaDay, type IsoDate } from '../../shared/core/time'
import { dueOn } from '../../shared/membership/due'
import { termStanding } from '../../shared/org/committees'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { stepOfDailyRound } from '../_kernel/operations/daily-round'
import { unions } from '../_kernel/records/registry'
import { tasks } from '../_kernel/records/tasks'
import { committees, type CommitteeRecord } from '../_kernel/records/union-registry'
import type { Runtime } from '../_kernel/runtime'
import { openTask, taskId } from '../_kernel/tasks'

const atOnce = 200
/** No region reminds earlier; each union’s own policy says when. */
const earliestMonths = 12

/**
 * 按时换届 (TH-11): once a day, whose committee’s term ends within the months of reminding. The task is due on the last day of the term; what is not done by then goes up to the
 * union above. One that ended before this system knew of it is asked about as well.
 */
export function remindTerms(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('terms.remind', runtime, async (after) => {
    const today = chinaDay(runtime.now())
    const page = await runtime.store.find(committees, {
      index: 'byEnd',
      equals: { kind: 'committee' },
      until: monthsAfter(today, earliestMonths),
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const committee of page.documents) if (await remind(committee, today, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function remind({ union: id, until }: CommitteeRecord, today: IsoDate, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  const subject = `${id}.${until}`
  if ((await store.get(tasks, taskId('term-end', subject))) !== undefined) return false
  const union = await store.get(unions, id)
  if (union?.status !== 'active') return false
  const { termReminderMonths, taskWorkingDays } = (await policyOfUnion(union, { store, today })).values
  if (termStanding(until, today, termReminderMonths) === 'running') return false
  const task = {
    kind: 'term-end',
    subject,
    union,
    dueOn: until < today ? dueOn(today, taskWorkingDays) : until,
  } as const
  await store.transact((tx) => openTask(tx, task, { by: 'clock', at: runtime.now() }))
  return true
}
