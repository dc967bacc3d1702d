import { UnionId } from '../../shared/core/ids'
import { chinaDay } from '../../shared/core/time'
import { askedAbout } from '../../shared/membership/task'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { stepOfDailyRound } from '../_kernel/operations/daily-round'
import { unions, type UnionRecord } from '../_kernel/records/registry'
import { tasks, type TaskRecord } from '../_kernel/records/tasks'
import type { Runtime } from '../_kernel/runtime'
import { askAgain, openTask, stepTask, taskId } from '../_kernel/tasks'
import { calledAssessments } from './reminders/called-assessments'
import { halfYearFilings } from './reminders/half-year-filings'
import { homeReportsDue } from './reminders/home-reports'
import type { Looking, Reminder } from './reminders/reminder'
import { yearlyDuties } from './reminders/yearly-duties'

const atOnce = 100

const reminders = (): readonly Reminder[] => [yearlyDuties, calledAssessments(), homeReportsDue, halfYearFilings]

/** 该办的事: once a day each union is asked for whatever it is time for and its records lack. The same is asked once, and again where what closed it was deleted. */
export function askDuties(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('duties.ask', runtime, async (after) => {
    const page = await runtime.store.find(unions, {
      index: 'byName',
      equals: {},
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    const all = reminders()
    let done = 0
    for (const union of page.documents) {
      if (union.status !== 'active') continue
      const at = await lookingAt(union, runtime)
      for (const reminder of all) done += await ask(reminder, union, at, runtime)
    }
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function lookingAt(union: UnionRecord, { store, now }: Pick<Runtime, 'store' | 'now'>): Promise<Looking> {
  const today = chinaDay(now())
  return { store, today, values: (await policyOfUnion(union, { store, today })).values }
}

async function ask(reminder: Reminder, union: UnionRecord, at: Looking, { store, now }: Runtime): Promise<number> {
  const { kind } = reminder
  let done = 0
  for (const asked of await reminder.asks(union, at)) {
    const known = await store.get(tasks, taskId(kind, asked.subject))
    if (known?.state === 'open' || (await reminder.standing(union, asked.subject, at)) !== 'lacking') continue
    const open = known === undefined ? openTask : askAgain
    await store.transact((tx) => open(tx, { kind, union, ...asked }, { by: 'clock', at: now() }))
    done += 1
  }
  return done
}

/** 办结: once the records have it; dropped once nobody waits for it any more, or with its union. */
export async function settleDuties(runtime: Runtime): Promise<number> {
  let done = 0
  for (const reminder of reminders()) done += await settleOf(reminder, runtime)
  return done
}

function settleOf(reminder: Reminder, runtime: Runtime): Promise<number> {
  return stepOfDailyRound(`duties.settle.${reminder.kind}`, runtime, async (after) => {
    const page = await runtime.store.find(tasks, {
      index: 'byKind',
      equals: { kind: reminder.kind, state: 'open' },
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const task of page.documents) if (await settle(reminder, task, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

const ending = { lacking: undefined, done: 'finish', over: 'drop' } as const

async function settle(reminder: Reminder, { _id: id, subject }: TaskRecord, runtime: Runtime): Promise<boolean> {
  const { store, now } = runtime
  const union = await store.get(unions, UnionId.parse(askedAbout(subject)))
  if (union === undefined) return false
  const standing =
    union.status === 'active' ? await reminder.standing(union, subject, await lookingAt(union, runtime)) : 'over'
  const kind = ending[standing]
  if (kind === undefined) return false
  const stepped = await store.transact((tx) => stepTask(tx, id, { kind }, union, { by: 'clock', at: now() }))
  return stepped.ok
}
