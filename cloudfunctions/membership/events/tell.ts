import { stepped } from '../close'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { applications, isSent } from '../../_kernel/records/applications'
import { persons } from '../../_kernel/records/persons'
import { eventItems, type EventItemRecord, type UnionEventRecord } from '../../_kernel/records/union-events'
import type { Transaction } from '../../_kernel/store/port'
import { stepItem } from './step-item'
import { isThere } from './still-there'
import type { EventPorts } from './ports'
import { tellsOf } from './texts'

type Write = (tx: Transaction) => Promise<unknown>

/** 告诉一个人 what happens with the membership, or with an application, which goes on at once. At most nine operations. */
export async function telling(event: UnionEventRecord, item: EventItemRecord, ports: EventPorts): Promise<Write> {
  return item.application === undefined ? tellingMember(event, item, ports) : rerouting(event, item, ports)
}

async function tellingMember(event: UnionEventRecord, item: EventItemRecord, ports: EventPorts): Promise<Write> {
  const account = item.person === undefined ? undefined : (await ports.store.get(persons, item.person))?.account
  const told =
    account === undefined ? undefined : notifying(ports, { account, text: tellsOf(event, item), event: event._id })
  return async (tx) => {
    const after = await stepItem(tx, item._id, item.plan === 'offer' ? 'offer' : 'tell', ports)
    if (after.ok) await told?.(tx)
  }
}

/** R09 改送: the union changes, the time of sending and the due date stay. Whoever decided, sent back or withdrew it meanwhile was quicker. */
async function rerouting(event: UnionEventRecord, item: EventItemRecord, ports: EventPorts): Promise<Write> {
  const { application: id = '', to, plan } = item
  const known = await ports.store.get(applications, id)
  const by = event.confirmedBy ?? event.by
  if (known === undefined || !isSent(known)) return (tx) => stepItem(tx, item._id, 'keep', ports)
  const told = notifying(ports, { account: known.account, application: known._id, text: tellsOf(event, item) })
  const audit = auditing(ports, {
    action: 'application.reroute',
    subject: id,
    union: to.union,
    content: { from: item.from.union, event: event._id },
  })
  return async (tx) => {
    const [held, before] = [await tx.get(eventItems, item._id), await tx.get(applications, id)]
    if (held?.state !== 'planned' || !(await isThere(item, tx))) return
    const step =
      before?.union !== item.from.union
        ? undefined
        : stepped(
            before,
            'assign',
            { kind: 'assigned', at: ports.now, by, union: to.union, unionName: to.name },
            { union: to.union, unionName: to.name, desk: to.union, deskName: to.name, undecided: plan === 'assign' },
          )
    if (step === undefined || !step.ok) {
      await stepItem(tx, item._id, 'keep', ports)
      return
    }
    await tx.put(applications, step.after)
    await stepItem(tx, item._id, 'move', ports)
    await told(tx)
    await audit(tx)
  }
}
