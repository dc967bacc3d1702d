import { z } from 'zod'
import { AccountId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { MessageTemplate } from '../../../shared/contract/messages'
import { collection } from '../store/port'

/**
 * 待发消息: written with the act it tells of, removed once WeChat took it or refused it for good. What stands here as `failed` is what nobody could be told in
 * WeChat; in the app they see it all the same.
 */
export const OutboxRecord = z.strictObject({
  _id: z.string(),
  account: AccountId,
  template: MessageTemplate,
  /** The sentence of the notice: names unions and dates, never a person. */
  text: z.string(),
  page: z.string(),
  state: z.enum(['waiting', 'failed']),
  attempts: z.number().int(),
  nextAt: IsoTime,
  at: IsoTime,
})
export type OutboxRecord = z.infer<typeof OutboxRecord>
export const outbox = collection<OutboxRecord>({
  name: 'outbox',
  schema: OutboxRecord,
  indexes: { due: ['state', 'nextAt'] },
})
