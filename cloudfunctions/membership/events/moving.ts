import type { PersonId } from '../../../shared/core/ids'
import { eventItems, type EventItemRecord, type UnionEventRecord } from '../../_kernel/records/union-events'
import type { Transaction } from '../../_kernel/store/port'
import { carryingOut } from './item'
import { mattersOf, settlingMatters, type Matters } from './matters'
import type { EventPorts } from './ports'
import { stepItem } from './step-item'
import { isThere } from './still-there'
import { together } from './together'

/** Thirteen operations each: a CloudBase transaction takes 100. */
export const movedTogether = 7

type Ready = EventItemRecord & { readonly person: PersonId }

/** 转一批人: whoever has a matter under way has a transaction to themself, since settling it takes as many operations as seven others do. */
export async function moveTogether(
  event: UnionEventRecord,
  items: readonly EventItemRecord[],
  failed: (item: EventItemRecord, fault: unknown) => Promise<void>,
  ports: EventPorts,
): Promise<void> {
  const busy = new Set<string>()
  for (const { _id, person } of items)
    if (person !== undefined && hasMatters(await mattersOf(person, ports))) busy.add(_id)
  const prepare = (item: EventItemRecord) => movingOne(event, item, ports)
  await together(
    items.filter(({ _id }) => !busy.has(_id)),
    prepare,
    failed,
    ports,
  )
  for (const item of items) if (busy.has(item._id)) await together([item], prepare, failed, ports)
}

function hasMatters({ claim, tasks }: Matters): boolean {
  return claim !== undefined || tasks.length > 0
}

/** 转一个人, with what is under way about them. What changed since it was read is left for the next stretch. */
async function movingOne(
  event: UnionEventRecord,
  item: EventItemRecord,
  ports: EventPorts,
): Promise<(tx: Transaction) => Promise<void>> {
  if (!isMember(item)) return async (tx) => void (await stepItem(tx, item._id, 'keep', ports))
  const matters = await settlingMatters(item, await mattersOf(item.person, ports), ports)
  const carryOut = carryingOut(event, item, ports)
  return async (tx) => {
    if ((await tx.get(eventItems, item._id))?.state !== 'told' || !(await isThere(item, tx))) return
    const before = await matters.before(tx)
    if (before.kind === 'changed') return
    const moved = before.kind === 'carried' || (await carryOut(tx)).ok
    if (moved) await matters.after(tx)
    await stepItem(tx, item._id, moved ? 'move' : 'keep', ports)
  }
}

function isMember(item: EventItemRecord): item is Ready {
  return item.person !== undefined
}
