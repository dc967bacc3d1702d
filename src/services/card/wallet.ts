import { CardPhone } from '../../../shared/contract/card'
import { toBase64url } from '../../../shared/core/base64url'
import { randomBytes } from '../random'
import { dropSecret, keepSecret, keptSecret } from '../secret'
import { Wallet } from './my-card'

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
