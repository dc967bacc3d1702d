import { z } from 'zod'
import { CardStatus } from '../../../shared/card/credential'
import { CardPhone } from '../../../shared/contract/card'
import { toBase64url } from '../../../shared/core/base64url'
import { IsoDate } from '../../../shared/core/time'
import { randomBytes } from '../random'
import { dropSecret, keepSecret, keptSecret } from '../secret'

/** 卡包: what this phone needs to show the card without a network. It never leaves the phone. */
const Wallet = z.object({
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

const name = 'card'

/** What is kept; a new, empty one where nothing is, or where it cannot be read. */
export async function openWallet(): Promise<Wallet> {
  const kept = Wallet.safeParse(read(await keptSecret(name)))
  if (kept.success) return kept.data
  return { phone: CardPhone.parse(toBase64url(await randomBytes(16))), aheadMs: 0 }
}

export async function keepWallet(wallet: Wallet): Promise<void> {
  await keepSecret(name, JSON.stringify(wallet))
}

/** The card is not this phone’s any more. */
export async function emptyWallet(): Promise<void> {
  await dropSecret(name)
}

function read(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
