import { transferOfSubject } from '../../../shared/membership/transfer'
import { tasks, type TaskRecord } from '../../_kernel/records/tasks'
import { transfers, type TransferRecord } from '../../_kernel/records/transfers'
import type { UnionEventRecord } from '../../_kernel/records/union-events'
import type { Reader, Transaction } from '../../_kernel/store/port'
import { answerBy } from '../transfer/notice'
import { stepping, type TransferAct } from '../transfer/stepping'
import type { EventPorts } from './ports'

/** Fifteen operations each, with those of the event itself: a CloudBase transaction takes 100. */
const together = 4

const goneText = '您转会要去的工会已经撤销，这次转会没有办成，会籍还在原来的工会。请再办一次，选别的工会。'

/** 要转进来的: whoever was on the way to a union that ends is asked for at its successor (T10), or told that it is gone (T9). */
export async function transfersInto(event: UnionEventRecord, cursor: string | undefined, ports: EventPorts) {
  const page = await ports.store.find(tasks, {
    index: 'byUnion',
    equals: { union: event.union, state: 'open' },
    limit: together,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const steps = await Promise.all(page.documents.filter(isOfTransfer).map((task) => redirecting(task, event, ports)))
  return {
    items: [],
    write: async (tx: Transaction) => {
      for (const step of steps) await step?.(tx)
    },
    ...(page.cursor === undefined ? {} : { next: { cursor: page.cursor } }),
  }
}

/** Whether somebody still asks the ended union to receive them. */
export async function somebodyIsComing(event: UnionEventRecord, { store }: Pick<EventPorts, 'store'>) {
  const query = { index: 'byUnion', equals: { union: event.union, state: 'open' as const }, limit: 100 }
  for (const task of (await store.find(tasks, query)).documents)
    if (isOfTransfer(task) && (await comingTo(event, task, store)) !== undefined) return true
  return false
}

async function comingTo({ union }: UnionEventRecord, { subject }: TaskRecord, reader: Reader) {
  const id = transferOfSubject(subject)
  const transfer = id === undefined ? undefined : await reader.get(transfers, id)
  return transfer?.state === 'open' && transfer.to?.union === union ? transfer : undefined
}

function isOfTransfer({ kind }: TaskRecord): boolean {
  return kind === 'transfer-in'
}

async function redirecting(task: TaskRecord, event: UnionEventRecord, ports: EventPorts) {
  const transfer = await comingTo(event, task, ports.store)
  if (transfer === undefined) return undefined
  const step = await stepping(transfer, await actFor(transfer, event, ports), ports)
  return step.ok ? step.data : undefined
}

async function actFor(
  transfer: TransferRecord,
  { successor }: UnionEventRecord,
  ports: EventPorts,
): Promise<TransferAct> {
  const staysWhereItIs = transfer.change === 'move' && transfer.from.union === successor?.union
  if (successor === undefined || staysWhereItIs) return { command: 'lapse', kind: 'lapsed', tell: goneText }
  const acceptBy = await answerBy(successor.union, ports)
  return {
    command: 'redirect',
    kind: 'redirected',
    union: successor,
    change: { to: successor, acceptBy },
    tell: `您转会要去的工会已经合并，改由${successor.name}接收，您不用做什么。`,
  }
}
