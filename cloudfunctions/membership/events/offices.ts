import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { unpublished } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import type { UnionEventRecord } from '../../_kernel/records/union-events'
import type { EventPorts } from './ports'

const atMost = 500

/** 工会没有了，职务也就结束: each in a transaction of its own; who has ended already is left alone. */
export async function endOffices({ union, unionName }: UnionEventRecord, ports: EventPorts): Promise<void> {
  const { store, now } = ports
  const { documents } = await store.find(officers, { index: 'byUnion', equals: { union }, limit: atMost })
  for (const { _id, account } of documents) {
    const told = notifying(ports, { account, text: `${unionName}已经不在册，您在那里的职务随之结束。` })
    const audit = auditing(ports, { action: 'office.end', subject: _id, union })
    await store.transact(async (tx) => {
      const officer = await tx.get(officers, _id)
      if (officer === undefined || (officer.until !== undefined && officer.until <= now)) return
      await tx.put(officers, { ...unpublished(officer), until: now })
      await told(tx)
      await audit(tx)
    })
  }
}
