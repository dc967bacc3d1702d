import { z } from 'zod'
import { keysFrom, UnfitKeys, type KeyProvider } from './keys'

/**
 * Keys from environment variables:
 * `SEAL_KEYS` `2026:base64,2027:base64` or `{"2026": "base64", …}`, old keys included as long as something is sealed with them;
 * `SEAL_CURRENT` the name of the one for new seals; `INDEX_KEY` base64. Base64 in either alphabet, of 32 random bytes or more each.
 * Throws `UnfitKeys` with a sentence that names the variable and quotes nothing of it.
 */
export function environmentKeys(env: Readonly<Record<string, string | undefined>>): KeyProvider {
  return keysFrom({
    seal: sealKeysOf(required(env, 'SEAL_KEYS')),
    current: required(env, 'SEAL_CURRENT'),
    index: bytesOf(required(env, 'INDEX_KEY'), 'INDEX_KEY'),
  })
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const text = env[name]?.trim()
  if (text === undefined || text === '') throw new UnfitKeys(`${name} is not set`)
  return text
}

function sealKeysOf(text: string): ReadonlyMap<string, Uint8Array> {
  const entries = text.startsWith('{') ? Object.entries(jsonKeys(text)) : text.split(',').map(listedKey)
  const keys = new Map(entries.map(([name, secret]) => [name, bytesOf(secret, 'SEAL_KEYS')]))
  if (keys.size < entries.length) throw new UnfitKeys('SEAL_KEYS names a key twice')
  return keys
}

function listedKey(entry: string): [string, string] {
  const colon = entry.indexOf(':')
  if (colon < 1) throw new UnfitKeys('SEAL_KEYS must be name:base64,name:base64 or a JSON object')
  return [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()]
}

function jsonKeys(text: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text))
  } catch {
    throw new UnfitKeys('SEAL_KEYS is neither name:base64,name:base64 nor a JSON object of such pairs')
  }
}

const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/

function bytesOf(text: string, variable: string): Uint8Array {
  if (!base64.test(text)) throw new UnfitKeys(`${variable} holds something else than base64`)
  return Buffer.from(text, 'base64')
}
