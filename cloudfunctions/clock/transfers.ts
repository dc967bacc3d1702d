import { chinaDay } from '../../shared/core/time'
import { transfers, type TransferRecord } from '../_kernel/records/transfers'
import type { Runtime } from '../_kernel/runtime'
import { stepping } from '../membership/transfer/stepping'

const together = 100
/** 2,000 a run; the rest goes with the next. */
const pagesPerRun = 20

/** 通知期满 (T4): a union that said nothing until the last day of notice has released. One transaction each, so that one that fails holds up no other. */
export async function releaseSilent(runtime: Runtime): Promise<number> {
  const today = chinaDay(runtime.now())
  let released = 0
  let cursor: string | undefined
  for (let page = 0; page < pagesPerRun; page++) {
    const found = await runtime.store.find(transfers, {
      index: 'silent',
      equals: { state: 'open', leaving: 'waiting' },
      until: today,
      limit: together,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const transfer of found.documents) if (await release(transfer, runtime)) released += 1
    cursor = found.cursor
    if (cursor === undefined) break
  }
  return released
}

/** A union that answers at the same moment is right: then nothing is done. */
async function release(
  transfer: TransferRecord,
  { store, sealer, indexer, random, now, log }: Runtime,
): Promise<boolean> {
  try {
    const ports = { store, sealer, indexer, random, now: now(), account: 'clock' as const }
    const step = await stepping(transfer, { command: 'silence', kind: 'silent' }, ports)
    return step.ok && (await store.transact(step.data)).ok
  } catch (fault) {
    log({ function: 'clock', procedure: 'transfers.release', code: 'FAULT', fault })
    return false
  }
}
