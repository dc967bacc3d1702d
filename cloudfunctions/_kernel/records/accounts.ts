import { z } from 'zod'
import { AccountId, PersonId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 微信账号: one per openid; its id is a keyed digest of it. */
export const AccountRecord = z.strictObject({
  _id: AccountId,
  /** Set when a membership is approved on this account’s own application. */
  person: PersonId.optional(),
  /** The number WeChat verified, sealed at accounts/{_id}/mobile. */
  mobile: z.string().optional(),
  mobileVerifiedAt: IsoTime.optional(),
  /** Sealed at accounts/{_id}/openid, for who asked for messages; without it nobody here can be written to. */
  openid: z.string().optional(),
  /** 全部退出: what was signed in or confirmed at a desk before this is worth nothing. */
  signedOutAt: IsoTime.optional(),
  createdAt: IsoTime,
})
export type AccountRecord = z.infer<typeof AccountRecord>

export const accounts = collection<AccountRecord>({ name: 'accounts', schema: AccountRecord, indexes: { all: [] } })
