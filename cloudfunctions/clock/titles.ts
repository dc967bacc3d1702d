import { daysAfter } from '../../shared/core/calendar'
import { chinaDay } from '../../shared/core/time'
import { succeed } from '../../shared/core/outcome'
import { advanceTitle, recheckDue } from '../../shared/home/titles/machine'
import { dueOn } from '../../shared/membership/due'
import { stepped, taskSubject } from '../home/titles/keeping'
import { policyOfUnion } from '../_kernel/policy-of-union'
import { unions } from '../_kernel/records/registry'
import { titles, type TitleRecord } from '../_kernel/records/titles'
import type { Runtime } from '../_kernel/runtime'
import { openTask } from '../_kernel/tasks'

const atOnce = 50

/** 复查到期 (004 18): what was honoured so many years ago waits for whoever keeps the register; it is held meanwhile. */
export async function callRechecks(runtime: Runtime): Promise<number> {
  const today = chinaDay(runtime.now())
  const { documents } = await runtime.store.find(titles, {
    index: 'byState',
    equals: { state: 'held' },
    until: daysAfter(today, 1),
    limit: atOnce,
  })
  for (const title of documents) await callOne(title, runtime)
  return documents.length
}

/** Of a union that ended nobody re-checks anything: it is looked for again when the next would fall due. */
async function callOne({ _id, keeper: id, union }: TitleRecord, { store, now }: Runtime): Promise<void> {
  const at = now()
  const today = chinaDay(at)
  const [keeper, holder] = await Promise.all([store.get(unions, id), store.get(unions, union)])
  if (keeper === undefined) return
  const { taskWorkingDays, titleRecheckYears } = (await policyOfUnion(keeper, { store, today })).values
  const who = { by: 'clock', at } as const
  await store.transact(async (tx) => {
    const record = await tx.get(titles, _id)
    const next = record === undefined || record.next > today ? undefined : advanceTitle(record.state, 'fall-due')
    if (record === undefined || next === undefined || 'refuse' in next) return succeed(undefined)
    if (holder?.status !== 'active') {
      await tx.put(titles, { ...record, next: recheckDue(today, titleRecheckYears) })
      return succeed(undefined)
    }
    const after = stepped(record, { step: 'fall-due', to: next.to, next: today }, who)
    await tx.put(titles, after)
    const task = {
      kind: 'title',
      subject: taskSubject(after),
      union: keeper,
      dueOn: dueOn(today, taskWorkingDays),
    } as const
    await openTask(tx, task, who)
    return succeed(undefined)
  })
}
