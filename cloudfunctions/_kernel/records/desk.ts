import { z } from 'zod'
import { AccountId, BrowserId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { ConfirmationState, ConfirmedAct } from '../../../shared/desk/confirmation'
import { collection } from '../store/port'

/** 手机确认: `_id` digests the code, so that whoever reads the database can scan nothing. */
export const ConfirmationRecord = z.strictObject({
  _id: z.string(),
  act: ConfirmedAct,
  /** The browser that shows the code: nobody else can collect the answer. */
  browser: BrowserId,
  /** Who is signed in there already; nobody may answer for them. Absent for a sign-in. */
  account: AccountId.optional(),
  where: z.string(),
  number: z.number().int(),
  choices: z.array(z.number().int()).length(3),
  state: ConfirmationState,
  answeredBy: AccountId.optional(),
  askedAt: IsoTime,
  expiresAt: IsoTime,
})
export type ConfirmationRecord = z.infer<typeof ConfirmationRecord>
export const confirmations = collection<ConfirmationRecord>({
  name: 'confirmations',
  schema: ConfirmationRecord,
  indexes: { byExpiry: ['expiresAt'] },
})

/** 电脑登录: who is signed in in which browser. Ending it removes it. */
export const DeskSessionRecord = z.strictObject({
  _id: BrowserId,
  account: AccountId,
  where: z.string(),
  since: IsoTime,
  /** When something was done there, to ten minutes; absent until then (shared/desk/session.ts). */
  seenAt: IsoTime.optional(),
  expiresAt: IsoTime,
})
export type DeskSessionRecord = z.infer<typeof DeskSessionRecord>
export const deskSessions = collection<DeskSessionRecord>({
  name: 'deskSessions',
  schema: DeskSessionRecord,
  indexes: { byAccount: ['account', 'since'], byExpiry: ['expiresAt'] },
})
