import type { MyTransfer } from '../../../shared/contract/membership-transfer'
import { workingDaysLeft } from '../../../shared/membership/due'
import type { TransferRecord } from '../../_kernel/records/transfers'
import type { Call } from '../../_kernel/serve'
import { openTransferSecrets } from './secrets'

/** What both the member and the unions see: unions and days named, nobody’s account shown. */
export function transferView(transfer: TransferRecord, call: Pick<Call<unknown>, 'sealer' | 'today'>): MyTransfer {
  const { _id, from, to, reviewer, releasesOn, steps } = transfer
  const { revision, change, state, leaving, receiving, requestedAt, acceptBy, unitName, sentence } = transfer
  const { notes } = openTransferSecrets(transfer, call)
  return {
    transfer: _id,
    ...{ revision, change, state, leaving, receiving, from, requestedAt, acceptBy, unitName, sentence },
    ...(to === undefined ? {} : { to }),
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(releasesOn === undefined ? {} : { releasesOn }),
    ...(releasesOn === undefined || state !== 'open' || leaving !== 'waiting'
      ? {}
      : { workingDaysLeft: workingDaysLeft(call.today, releasesOn) }),
    steps: steps.map(({ kind, at, unionName, error }, index) => {
      const note = notes[String(index)]
      return {
        kind,
        at,
        ...(unionName === undefined ? {} : { unionName }),
        ...(error === undefined ? {} : { error }),
        ...(note === undefined ? {} : { note }),
      }
    }),
  }
}
