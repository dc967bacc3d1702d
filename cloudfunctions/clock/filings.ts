import { UnionId } from '../../shared/core/ids'
import { chinaDay, type IsoDate } from '../../shared/core/time'
import { filingMonth, halfAskedFor, halvesToFile, isAskedNoMore } from '../../shared/home/archive/half-year'
import { askedAbout } from '../../shared/membership/task'
import { filingSubject } from '../home/archive/filing-subject'
import { holdingsOfUnion } from '../home/archive/holdings-of-union'
import { stepOfDailyRound } from '../_kernel/operations/daily-round'
import { archiveFilings } from '../_kernel/records/archive-filings'
import { unions, type UnionRecord } from '../_kernel/records/registry'
import { tasks, type TaskRecord } from '../_kernel/records/tasks'
import type { Runtime } from '../_kernel/runtime'
import { openTask, stepTask, taskId } from '../_kernel/tasks'

const atOnce = 100

/** 半年归档的提醒 (M9): in the month after a half-year, whoever has something of it to file is asked once; due with that month. */
export async function askFilings(runtime: Runtime): Promise<number> {
  const today = chinaDay(runtime.now())
  const half = halfAskedFor(today)
  if (half === undefined) return 0
  return stepOfDailyRound('filings.ask', runtime, async (after) => {
    const page = await runtime.store.find(unions, {
      index: 'byName',
      equals: {},
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const union of page.documents) if (await ask(union, half, today, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function ask(union: UnionRecord, half: string, today: IsoDate, { store, now }: Runtime): Promise<boolean> {
  if (union.status !== 'active') return false
  const subject = filingSubject(union._id, half)
  if ((await store.get(tasks, taskId('half-year-filing', subject))) !== undefined) return false
  if (!(await hasToFile(union, half, today, store))) return false
  const task = { kind: 'half-year-filing', subject, union, dueOn: filingMonth(half).until } as const
  await store.transact((tx) => openTask(tx, task, { by: 'clock', at: now() }))
  return true
}

/** 提醒过期、没有可归的、工会撤了: over. Filing itself closes it (file-half-year.ts). */
export function dropFilings(runtime: Runtime): Promise<number> {
  return stepOfDailyRound('filings.drop', runtime, async (after) => {
    const page = await runtime.store.find(tasks, {
      index: 'byKind',
      equals: { kind: 'half-year-filing', state: 'open' },
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const task of page.documents) if (await drop(task, runtime)) done += 1
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function drop({ _id: id, subject }: TaskRecord, { store, now }: Runtime): Promise<boolean> {
  const today = chinaDay(now())
  const about = askedAbout(subject)
  const half = subject.slice(about.length + 1)
  const union = await store.get(unions, UnionId.parse(about))
  if (union === undefined) return false
  const stands =
    union.status === 'active' && !isAskedNoMore(half, today) && (await hasToFile(union, half, today, store))
  if (stands) return false
  const stepped = await store.transact((tx) => stepTask(tx, id, { kind: 'drop' }, union, { by: 'clock', at: now() }))
  return stepped.ok
}

async function hasToFile(union: UnionRecord, half: string, today: IsoDate, store: Runtime['store']): Promise<boolean> {
  if ((await store.get(archiveFilings, `${union._id}~${half}`)) !== undefined) return false
  const { rows } = await holdingsOfUnion(union, { store, today })
  return halvesToFile(today, rows, []).includes(half)
}
