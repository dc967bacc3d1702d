import { z } from 'zod'
import { cardKeysFrom, type CardKeys } from './card-keys'
import { firstLockKey, keysFrom, UnfitKeys, type KeyProvider } from './keys'

/**
 * Keys from environment variables:
 * `SEAL_KEYS` `2026:base64,2027:base64` or `{"2026": "base64", …}`, old keys included as long as something is sealed with them;
 * `SEAL_CURRENT` the name of the one for new seals; `INDEX_KEY` base64; `LOCK_KEYS` like `SEAL_KEYS`, every number being locked under each of them, where
 * `index` without a secret stands for the one made from INDEX_KEY, which is also what counts without LOCK_KEYS (docs/decisions/0010). Base64 in either alphabet, of 32 random bytes or more each.
 * Throws `UnfitKeys` with a sentence that names the variable and quotes nothing of it.
 */
export function environmentKeys(env: Readonly<Record<string, string | undefined>>): KeyProvider {
  const index = bytesOf(required(env, 'INDEX_KEY'), 'INDEX_KEY')
  const locks = env['LOCK_KEYS']?.trim()
  return keysFrom({
    seal: keysOf(required(env, 'SEAL_KEYS'), 'SEAL_KEYS'),
    current: required(env, 'SEAL_CURRENT'),
    index,
    ...(locks === undefined || locks === '' ? {} : { locks: keysOf(locks, 'LOCK_KEYS', index) }),
  })
}

/**
 * `CARD_KEYS` like LOCK_KEYS, and `CARD_CURRENT` the name of the one that signs cards; the first where it is not set. Without them one made from INDEX_KEY
 * (docs/deploy.md says how they are changed). Throws `UnfitKeys`.
 */
export function environmentCardKeys(env: Readonly<Record<string, string | undefined>>): CardKeys {
  const index = bytesOf(required(env, 'INDEX_KEY'), 'INDEX_KEY')
  const [cards, current] = [env['CARD_KEYS']?.trim() ?? '', env['CARD_CURRENT']?.trim() ?? '']
  return cardKeysFrom({
    index,
    ...(cards === '' ? {} : { cards: keysOf(cards, 'CARD_KEYS', index) }),
    ...(current === '' ? {} : { current }),
  })
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const text = env[name]?.trim()
  if (text === undefined || text === '') throw new UnfitKeys(`${name} is not set`)
  return text
}

function keysOf(text: string, variable: string, index?: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = text.startsWith('{') ? Object.entries(jsonKeys(text, variable)) : text.split(',').map(listed)
  const keys = new Map(
    entries.map(([name, secret]) => [
      name,
      name === firstLockKey && secret === '' && index !== undefined ? index : bytesOf(secret, variable),
    ]),
  )
  if (keys.size < entries.length) throw new UnfitKeys(`${variable} names a key twice`)
  return keys

  function listed(entry: string): [string, string] {
    if (index !== undefined && entry.trim() === firstLockKey) return [firstLockKey, '']
    const colon = entry.indexOf(':')
    if (colon < 1) throw new UnfitKeys(`${variable} must be name:base64,name:base64 or a JSON object`)
    return [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()]
  }
}

function jsonKeys(text: string, variable: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text))
  } catch {
    throw new UnfitKeys(`${variable} is neither name:base64,name:base64 nor a JSON object of such pairs`)
  }
}

const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/

function bytesOf(text: string, variable: string): Uint8Array {
  if (!base64.test(text)) throw new UnfitKeys(`${variable} holds something else than base64`)
  return Buffer.from(text, 'base64')
}
