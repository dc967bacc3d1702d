import type { TransferId } from '../../../shared/core/ids'
import { TransferSecrets, transfers, type TransferRecord } from '../../_kernel/records/transfers'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'sealer'>

const placeOf = (id: TransferId) => ({ collection: transfers.name, id, field: 'secrets' })

export function sealTransfer(id: TransferId, secrets: TransferSecrets, { sealer }: Ports): string {
  return sealJson<TransferSecrets>(sealer, placeOf(id), secrets)
}

export function openTransferSecrets({ _id, secrets }: TransferRecord, { sealer }: Ports): TransferSecrets {
  return openJson(sealer, placeOf(_id), TransferSecrets, secrets)
}
