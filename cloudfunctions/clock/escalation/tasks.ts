import { last } from '../../../shared/core/own'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { comesDown, raisedFor, type RaisedFor } from '../../../shared/membership/escalation'
import { whenOverdue } from '../../../shared/membership/task'
import { auditing } from '../../_kernel/audit'
import { bringingDown } from '../../_kernel/coming-down'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import type { Runtime } from '../../_kernel/runtime'
import { stepTask } from '../../_kernel/tasks'
import { desksOf, type Desk } from './desks'

const perStep = 1_000

/**
 * 待办上交: what is late, or lies where nobody is in office. Whoever takes office brings the union’s own lists down (take-office.ts); where that and a step of
 * this walk went past each other, the next walk does.
 */
export async function raiseTasks(runtime: Runtime, after: string | undefined): Promise<RoundStep> {
  const today = chinaDay(runtime.now())
  const deskOf = desksOf(runtime, 'approve')
  const page = await runtime.store.find(tasks, {
    index: 'byDue',
    equals: { state: 'open' },
    limit: perStep,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let done = 0
  for (const task of page.documents) {
    const how = whenOverdue[task.kind]
    if (how === 'clock-acts' || how === 'stays') continue
    const owner = await deskOf(task.union)
    if (owner !== undefined && comesDown({ ...task, how }, owner.office)) {
      if (await bringDown(task, owner, runtime)) done += 1
      continue
    }
    const desk = await deskOf(task.desk)
    const why = desk === undefined ? undefined : whyRaised(task, desk, today)
    if (desk !== undefined && why !== undefined && (await raise(task, why, desk, runtime))) done += 1
  }
  return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

function whyRaised(task: TaskRecord, { office, policy }: Desk, today: IsoDate): RaisedFor | undefined {
  const { kind, union, desk, dueOn: due, steps, openedAt } = task
  const arrivedOn = chinaDay(last(steps)?.at ?? openedAt)
  const waiting = { how: whenOverdue[kind], union, desk, dueOn: due, arrivedOn, office }
  return raisedFor(waiting, today, policy.values.vacantOfficeDays)
}

async function raise(
  seen: TaskRecord,
  why: RaisedFor,
  { above, policy }: Desk,
  { store, random, indexer, now }: Runtime,
): Promise<boolean> {
  if (above === undefined) return false
  const at = now()
  const due = dueOn(chinaDay(at), policy.values.raisedWorkingDays)
  const audit = auditing(
    { now: at, random, indexer, account: 'clock' },
    { action: 'task.escalate', subject: seen._id, union: seen.desk, content: { to: above._id, why } },
  )
  return store.transact(async (tx) => {
    const before = await tx.get(tasks, seen._id)
    if (before?.desk !== seen.desk) return false
    const step = await stepTask(tx, seen._id, { kind: 'escalate', why, dueOn: due }, above, { by: 'clock', at })
    if (!step.ok) return false
    await audit(tx)
    return true
  })
}

async function bringDown(task: TaskRecord, { union, policy }: Desk, runtime: Runtime): Promise<boolean> {
  const now = runtime.now()
  const bring = bringingDown(task, { union, policy }, { ...runtime, now, account: 'clock' })
  return runtime.store.transact(bring)
}
