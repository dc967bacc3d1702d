import { z } from 'zod'
import { CardStatus } from '../../../shared/card/credential'
import { CardPhone } from '../../../shared/contract/card'
import { IsoDate } from '../../../shared/core/time'
import type { Problem } from '../problem'

/** 卡包: what this phone needs to show the card without a network. It never leaves the phone. */
export const Wallet = z.object({
  phone: CardPhone,
  card: z
    .object({
      days: z.array(z.object({ day: IsoDate, secret: z.string(), credential: z.string() })),
      maskedName: z.string(),
      unionName: z.string(),
      memberNumber: z.string(),
      status: CardStatus,
      mark: z.string(),
      /** By the issuer’s clock, in milliseconds since 1970. */
      renewedAt: z.number(),
    })
    .optional(),
  /** How far the issuer’s clock is ahead of this phone’s, in milliseconds. */
  aheadMs: z.number(),
})
export type Wallet = z.infer<typeof Wallet>
export type HeldCard = NonNullable<Wallet['card']>

/** 我的卡 as the page shows it. */
export type MyCard =
  /** It can be shown; `problem` where the issuer could not be asked. */
  | { readonly kind: 'here'; readonly wallet: Wallet; readonly card: HeldCard; readonly problem?: Problem }
  | { readonly kind: 'elsewhere' | 'inactive'; readonly maskedName: string; readonly unionName: string }
  | { readonly kind: 'no-membership' }
  | { readonly kind: 'problem'; readonly problem: Problem }
