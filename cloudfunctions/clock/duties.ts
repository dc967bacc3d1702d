import { chinaDay, type IsoDate } from '../../shared/core/time'
import { dueOfYear, dutyYearAsked, isOver } from '../../shared/home/management/standing'
import { askedAbout } from '../../shared/membership/task'
import { dueOn } from '../../shared/membership/due'
import { UnionId } from '../../shared/core/ids'
import { dutiesOf } from '../home/management/year-done'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { stepOfDailyRound } from '../_kernel/operations/daily-round'
import { unions, type UnionRecord } from '../_kernel/records/registry'
import { tasks, type TaskRecord } from '../_kernel/records/tasks'
import type { Runtime } from '../_kernel/runtime'
import { openTask, stepTask, taskId } from '../_kernel/tasks'

const atOnce = 100

/**
 * 年度要办的事 (M10): once a day in the last months of the year, whoever lacks something is asked, once a year and with one task for all of it. It is due on the last day of the year.
 */
export function askDuties(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('duties.ask', runtime, async (after) => {
    const today = chinaDay(runtime.now())
    const page = await runtime.store.find(unions, {
      index: 'byName',
      equals: {},
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const union of page.documents) if (await ask(union, today, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function ask(union: UnionRecord, today: IsoDate, runtime: Runtime): Promise<boolean> {
  if (union.status !== 'active') return false
  const { store } = runtime
  const { values } = await policyOfUnion(union, { store, today })
  const year = dutyYearAsked(today, values.dutyReminderMonths)
  if (year === undefined) return false
  const subject = `${union._id}.${year}`
  if ((await store.get(tasks, taskId('yearly-duties', subject))) !== undefined) return false
  const { left } = await dutiesOf(union, year, values, store)
  if (left.length === 0) return false
  const due = dueOfYear(year)
  const task = {
    kind: 'yearly-duties',
    subject,
    union,
    dueOn: due > today ? due : dueOn(today, values.taskWorkingDays),
  } as const
  await store.transact((tx) => openTask(tx, task, { by: 'clock', at: runtime.now() }))
  return true
}

/** 年度待办办结: once the records have everything; and it is dropped a month after its year, or with its union. */
export function settleDuties(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('duties.settle', runtime, async (after) => {
    const page = await runtime.store.find(tasks, {
      index: 'byKind',
      equals: { kind: 'yearly-duties', state: 'open' },
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const task of page.documents) if (await settle(task, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function settle({ _id: id, subject }: TaskRecord, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  const today = chinaDay(runtime.now())
  const year = Number(subject.slice(-4))
  const union = await store.get(unions, UnionId.parse(askedAbout(subject)))
  if (union === undefined) return false
  const kind = await endOf(union, year, today, store)
  if (kind === undefined) return false
  const stepped = await store.transact((tx) => stepTask(tx, id, { kind }, union, { by: 'clock', at: runtime.now() }))
  return stepped.ok
}

async function endOf(
  union: UnionRecord,
  year: number,
  today: IsoDate,
  store: Runtime['store'],
): Promise<'finish' | 'drop' | undefined> {
  if (union.status !== 'active' || isOver(year, today)) return 'drop'
  const { values } = await policyOfUnion(union, { store, today })
  return (await dutiesOf(union, year, values, store)).left.length === 0 ? 'finish' : undefined
}
