import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { daysAfter, monthsAfter } from '../../../shared/core/calendar'
import { secondmentLookOn } from '../../../shared/membership/secondment'
import { statutory } from '../../../shared/policy/statutory'
import { stepOfDailyRound } from '../../_kernel/operations/daily-round'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import type { Runtime } from '../../_kernel/runtime'
import { openTask, taskId } from '../../_kernel/tasks'
import type { Query } from '../../_kernel/store/port'
import { policyOfUnion } from '../../_kernel/policy-of-union'

const atOnce = 200

/** A kind of look, and which day of a membership it is due on. */
interface Look {
  readonly kind: 'contract-end' | 'secondment-end'
  query(today: IsoDate): Query<MembershipRecord>
  dayOf(member: MembershipRecord, today: IsoDate): IsoDate | undefined
}

const contract: Look = {
  kind: 'contract-end',
  query: (today) => ({ index: 'byContractEnd', equals: { state: 'active' }, until: daysAfter(today, 1) }),
  dayOf: ({ contractUntil }) => contractUntil,
}

const secondment: Look = {
  kind: 'secondment-end',
  query: (today) => ({
    index: 'bySecondment',
    equals: { state: 'active' },
    until: daysAfter(monthsAfter(today, -statutory.secondmentMonths), 1),
  }),
  dayOf: ({ seconded }, today) => (seconded === undefined ? undefined : secondmentLookOn(seconded.since, today)),
}

/** 合同到期: once a day, who reached the last day of the contract on file. */
export const lookAtContracts = (runtime: Runtime) => openLooks(contract, runtime)

/** 借调满六个月, and each six months after that (总工发〔2016〕35号 §14). */
export const lookAtSecondments = (runtime: Runtime) => openLooks(secondment, runtime)

/** The task is named after person and day, so that the same day is asked about once, whether it was answered or not. */
function openLooks(look: Look, runtime: Runtime): Promise<number> {
  return stepOfDailyRound(`memberships.${look.kind}`, runtime, async (after) => {
    const today = chinaDay(runtime.now())
    const page = await runtime.store.find(memberships, {
      ...look.query(today),
      limit: atOnce,
      ...(after === undefined ? {} : { cursor: after }),
    })
    let done = 0
    for (const member of page.documents) {
      const day = look.dayOf(member, today)
      if (day !== undefined && (await open(look.kind, member, day, runtime))) done += 1
    }
    return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
  })
}

async function open(
  kind: Look['kind'],
  { _id: person, union: id }: MembershipRecord,
  day: IsoDate,
  runtime: Runtime,
): Promise<boolean> {
  const { store } = runtime
  const now = runtime.now()
  const subject = `${person}:${day}`
  if ((await store.get(tasks, taskId(kind, subject))) !== undefined) return false
  const union = await store.get(unions, id)
  if (union === undefined) return false
  const today = chinaDay(now)
  const { taskWorkingDays } = (await policyOfUnion(union, { store, today })).values
  const task = { kind, subject, person, union, dueOn: dueOn(today, taskWorkingDays) }
  await store.transact((tx) => openTask(tx, task, { by: 'clock', at: now }))
  return true
}
