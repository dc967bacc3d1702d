import { addMonths } from '../../../shared/org/half-year'
import { confirmedOf } from '../../../shared/membership/composition'
import { succeed } from '../../../shared/core/outcome'
import { notifying } from '../../_kernel/notify'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { roundReminders, type RoundReminderRecord } from '../../_kernel/records/rounds'
import type { Runtime } from '../../_kernel/runtime'

/** Members in one transaction: notice and message each, and the note of how far it is. */
const together = 40
/** 320 members a run: as many messages as WeChat takes in that time. */
const pagesPerRun = 8

type Ports = Pick<Runtime, 'store' | 'now' | 'random'>

/**
 * 提醒会员核对: goes through the rosters whose union asked for it, a stretch a run, and answers how many were told. Killed anywhere it goes on there; of two
 * clocks at one place the second writes nothing, so that nobody is told twice.
 */
export async function remindMembers(ports: Ports): Promise<number> {
  let told = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const running = await ports.store.find(roundReminders, { index: 'byState', equals: { state: 'running' }, limit: 1 })
    const [reminder] = running.documents
    if (reminder === undefined) break
    told += await remindPage(reminder, ports)
  }
  return told
}

async function remindPage(reminder: RoundReminderRecord, { store, now, random }: Ports): Promise<number> {
  const { cursor } = reminder
  const page = await store.find(memberships, {
    index: 'byUnion',
    equals: { union: reminder.union, state: 'active' },
    limit: together,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const old = page.documents.filter((member) => isOld(member, reminder))
  const people = await Promise.all(old.map(({ _id }) => store.get(persons, _id)))
  const text = `${reminder.unionName}正在做半年核对。您的资料很久没有核对过了，请到“我的”里的“我的资料”看一看，没有变化点一下就好。`
  const at = now()
  const notices = people.flatMap((person) =>
    person?.account === undefined ? [] : [notifying({ now: at, random }, { account: person.account, text })],
  )
  const { cursor: _, ...rest } = reminder
  const after: RoundReminderRecord = {
    ...rest,
    seen: reminder.seen + page.documents.length,
    told: reminder.told + notices.length,
    unreachable: reminder.unreachable + old.length - notices.length,
    ...(page.cursor === undefined ? { state: 'done' } : { cursor: page.cursor }),
  }
  const written = await store.transact(async (tx) => {
    const here = await tx.get(roundReminders, reminder._id)
    if (here?.state !== 'running' || here.cursor !== cursor) return succeed(0)
    for (const notice of notices) await notice(tx)
    await tx.put(roundReminders, after)
    return succeed(notices.length)
  })
  return written.data
}

function isOld(member: MembershipRecord, { on, everyMonths }: RoundReminderRecord): boolean {
  const { since, changedOn, confirmedOn } = member
  return addMonths(confirmedOf({ since, changedOn, confirmedOn }), everyMonths) <= on
}
