import { last } from '../../../shared/core/own'
import { chinaDay } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { raisedFor } from '../../../shared/membership/escalation'
import { mayGoUp } from '../../../shared/membership/task'
import { auditing } from '../../_kernel/audit'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import type { Runtime } from '../../_kernel/runtime'
import { stepTask } from '../../_kernel/tasks'
import { desksOf, type Desk } from './desks'

const perStep = 1_000

/** 逾期的待办上交. */
export async function raiseTasks(runtime: Runtime, after: string | undefined): Promise<RoundStep> {
  const today = chinaDay(runtime.now())
  const deskOf = desksOf(runtime, today, runtime.now())
  const page = await runtime.store.find(tasks, {
    index: 'byDue',
    equals: { state: 'open' },
    limit: perStep,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let done = 0
  for (const task of page.documents) {
    if (!mayGoUp(task)) continue
    const desk = await deskOf(task.desk)
    if (desk?.above === undefined) continue
    const { hasOfficer, policy } = desk
    const waiting = { dueOn: task.dueOn, arrivedOn: chinaDay(last(task.steps)?.at ?? task.openedAt), hasOfficer }
    if (raisedFor(waiting, today, policy.values.vacantOfficeDays) === undefined) continue
    if (await raise(task, desk, runtime)) done += 1
  }
  return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

async function raise(seen: TaskRecord, { above, policy }: Desk, { store, random, indexer, now }: Runtime) {
  if (above === undefined) return false
  const at = now()
  const due = dueOn(chinaDay(at), policy.values.raisedWorkingDays)
  const audit = auditing(
    { now: at, random, indexer, account: 'clock' },
    { action: 'task.escalate', subject: seen._id, union: seen.desk, content: { to: above._id } },
  )
  return store.transact(async (tx) => {
    const before = await tx.get(tasks, seen._id)
    if (before?.desk !== seen.desk) return false
    const step = await stepTask(tx, seen._id, { kind: 'escalate', dueOn: due }, above, { by: 'clock', at })
    if (!step.ok) return false
    await audit(tx)
    return true
  })
}
