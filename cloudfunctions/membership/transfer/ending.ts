import type { PersonId } from '../../../shared/core/ids'
import { claims } from '../../_kernel/records/applications'
import { transfers } from '../../_kernel/records/transfers'
import type { Transaction } from '../../_kernel/store/port'
import { transferClaim } from './claim'
import { stepping, type SteppingPorts } from './stepping'

/** 会籍没有了，转会也就停了 (T9). Where both happen at one moment, the union that is asked finds it stopped (T9) when it answers. */
export async function endingTransfer(
  person: PersonId,
  ports: SteppingPorts,
): Promise<(tx: Transaction) => Promise<void>> {
  const claim = await ports.store.get(claims, transferClaim(person))
  const open = claim === undefined ? undefined : await ports.store.get(transfers, claim.application)
  const step = open === undefined ? undefined : await stepping(open, { command: 'lapse', kind: 'lapsed' }, ports)
  return async (tx) => {
    if (step?.ok === true) await step.data(tx)
  }
}
