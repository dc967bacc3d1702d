import { z } from 'zod'
import { AccountId, PersonId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 微信账号: one per openid; its id is a keyed digest, so the openid itself is not kept. */
export const AccountRecord = z.strictObject({
  _id: AccountId,
  /** Set when a membership is approved on this account’s own application. */
  person: PersonId.optional(),
  /** The number WeChat verified, sealed at accounts/{_id}/mobile. */
  mobile: z.string().optional(),
  mobileVerifiedAt: IsoTime.optional(),
  createdAt: IsoTime,
})
export type AccountRecord = z.infer<typeof AccountRecord>

export const accounts = collection<AccountRecord>({ name: 'accounts', schema: AccountRecord, indexes: { all: [] } })
