import { officers, type OfficerRecord } from '../../_kernel/records/registry'
import type { Transaction } from '../../_kernel/store/port'

/** 代行结束: with the leave, or with the office that was acted for. */
export async function endActing(tx: Transaction, { _id, leave }: OfficerRecord): Promise<void> {
  const deputy = leave === undefined ? undefined : await tx.get(officers, leave.deputy)
  if (deputy?.acting?.officer !== _id) return
  const { acting: _, ...free } = deputy
  await tx.put(officers, free)
}
