import type { TransferId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { tasks } from '../../_kernel/records/tasks'
import { unions } from '../../_kernel/records/registry'
import { transfers, type TransferRecord } from '../../_kernel/records/transfers'
import type { Call } from '../../_kernel/serve'
import type { UnionLabel } from '../joining/assess'
import { nearestCommonUpper } from '../../../shared/membership/reviewer'

/** What a union is in a transfer. */
export interface Part {
  readonly leaving: boolean
  readonly receiving: boolean
  readonly settling: boolean
}

/** A transfer as one of its unions knows it. A union above acts for the one below once the task has gone up to it. Another union’s transfer is not found. */
export async function transferFor(
  { union, transfer: id }: { readonly union: UnionId; readonly transfer: TransferId },
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<
  Outcome<{ readonly transfer: TransferRecord; readonly part: Part; readonly acting: UnionLabel }, 'NOT_FOUND'>
> {
  const transfer = await store.get(transfers, id)
  if (transfer === undefined) return refuse('NOT_FOUND')
  const atDesk = async (task: string | undefined) =>
    task !== undefined && (await store.get(tasks, task))?.desk === union
  const { from, to, reviewer } = transfer
  const part = {
    leaving: from.union === union || (await atDesk(transfer.tasks['transfer-out'])),
    receiving: to?.union === union || (await atDesk(transfer.tasks['transfer-in'])),
    settling: reviewer?.union === union || (await atDesk(transfer.tasks['transfer-dispute'])),
  }
  if (!part.leaving && !part.receiving && !part.settling) return refuse('NOT_FOUND')
  const acting = { union, name: (await store.get(unions, union))?.name ?? '' }
  return succeed({ transfer, part, acting })
}

/** T6: who settles between two unions. The line of the one that receives comes first: without a common upper union, its own top decides, as the work is there. */
export async function upperOf(
  { from, to }: Pick<TransferRecord, 'from' | 'to'>,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<UnionLabel | undefined> {
  const records = await Promise.all(
    [to, from].map((one) => (one === undefined ? undefined : store.get(unions, one.union))),
  )
  const common = nearestCommonUpper(records.flatMap((record) => (record === undefined ? [] : [record.line])))
  const upper = common === undefined ? undefined : await store.get(unions, common)
  return upper === undefined ? undefined : { union: upper._id, name: upper.name }
}
