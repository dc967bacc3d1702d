import { notifying } from '../../_kernel/notify'
import { persons } from '../../_kernel/records/persons'
import type { EventItemRecord, UnionEventRecord } from '../../_kernel/records/union-events'
import { handOver } from './hand-over'
import { stepItem } from './step-item'
import { mayKeep } from './still-there'
import { goneText } from './texts'
import type { EventPorts } from './ports'

/**
 * E25 去处也没有了: the union to which somebody was to go has ended since it was planned. They stay where they are, and whoever was told otherwise is told;
 * where that union has ended too, an officer finds another, as for whatever failed. An open application stays where it is.
 */
export async function withoutDestination(
  event: UnionEventRecord,
  item: EventItemRecord,
  ports: EventPorts,
): Promise<void> {
  const { store } = ports
  if (item.person !== undefined && !(await mayKeep(item, store))) return handOver(event, item, ports)
  const told = item.state === 'told' ? await tellingStayed(event, item, ports) : undefined
  await store.transact(async (tx) => {
    const after = await stepItem(tx, item._id, 'keep', ports)
    if (after.ok) await told?.(tx)
  })
}

async function tellingStayed({ _id }: UnionEventRecord, item: EventItemRecord, ports: EventPorts) {
  const account = item.person === undefined ? undefined : (await ports.store.get(persons, item.person))?.account
  return account === undefined ? undefined : notifying(ports, { account, text: goneText(item), event: _id })
}
