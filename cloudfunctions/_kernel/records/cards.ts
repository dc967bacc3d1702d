import { z } from 'zod'
import { CardState } from '../../../shared/card/life'
import { AccountId, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoDate, IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 会员卡: 一人一卡, one document per person. It names nobody. */
export const CardRecord = z.strictObject({
  _id: PersonId,
  /** What references lead to, 10 bytes in hex: another one whenever what was issued before is to be worth nothing. */
  serial: z.string().regex(/^[0-9a-f]{20}$/),
  state: CardState,
  /** Whose membership it shows: another union means another serial. */
  union: UnionId,
  /** Whose phone holds it, and which: a keyed digest of what that phone made up. */
  account: AccountId,
  phone: z.string(),
  activatedAt: IsoTime,
  /** The last day for which this serial was issued a credential; absent before the first. */
  issuedUntil: IsoDate.optional(),
  updatedAt: IsoTime,
})
export type CardRecord = z.infer<typeof CardRecord>

export const cards = collection<CardRecord>({
  name: 'cards',
  schema: CardRecord,
  indexes: { bySerial: ['serial'], byUnion: ['union', 'state'], all: [] },
})

/** 吊销: a serial that is worth nothing before the last day it was issued for. Gone after that day. */
export const RevocationRecord = z.strictObject({ _id: z.string(), until: IsoDate, at: IsoTime })
export type RevocationRecord = z.infer<typeof RevocationRecord>

export const revocations = collection<RevocationRecord>({
  name: 'revocations',
  schema: RevocationRecord,
  indexes: { byEnd: ['until'] },
})

/** 用过的出示: a keyed digest of what was shown, as long as it could be shown again. Who showed it stands nowhere. */
export const CardUseRecord = z.strictObject({ _id: z.string(), attempt: z.string(), expiresAt: IsoTime })
export type CardUseRecord = z.infer<typeof CardUseRecord>

export const cardUses = collection<CardUseRecord>({
  name: 'cardUses',
  schema: CardUseRecord,
  indexes: { byExpiry: ['expiresAt'] },
})
