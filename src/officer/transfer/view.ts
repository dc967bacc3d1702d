import type { z } from 'zod'
import type { TransferView } from '../../../shared/contract/membership-transfer'

export type Transfer = z.output<typeof TransferView>
