import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** Which key sealed a value: 1 to 16 letters, digits, `_` or `-`. Stands readable in every seal. */
export const KeyId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,16}$/)
  .brand<'KeyId'>()
export type KeyId = z.infer<typeof KeyId>

/** The two keys behind one seal: SM4 (128 bits) and HMAC-SM3 (256 bits). */
export interface SealKey {
  readonly encrypt: KeyObject
  readonly mac: KeyObject
}

/** Where keys come from: the environment locally, a key service in the cloud. */
export interface KeyProvider {
  /** The key that new seals use. */
  current(): KeyId
  /** Undefined for a key that is not, or no longer, kept. */
  key(id: KeyId): SealKey | undefined
  /** For the keyed digests that are never rewritten: account ids, request ids, commitments (docs/decisions/0010). */
  indexKey(): KeyObject
  /** For the locks on identity numbers: every number is locked under each of them. One, and two while they are being changed. */
  lockKeys(): LockKeys
}

export interface LockKey {
  readonly id: KeyId
  readonly key: KeyObject
}
export type LockKeys = readonly [LockKey, ...LockKey[]]

/** What keys are made from: at least 32 random bytes each. */
export interface KeyMaterial {
  readonly seal: ReadonlyMap<string, Uint8Array>
  readonly current: string
  readonly index: Uint8Array
  /** By name; where none are given, there is one made from `index`, named `index`. */
  readonly locks?: ReadonlyMap<string, Uint8Array>
}

/** The name of the lock key that is made from the index key. */
export const firstLockKey = 'index'

/** Material that must not be used; one sentence for whoever configures the system, which never quotes a key. */
export class UnfitKeys extends Error {
  override readonly name = 'UnfitKeys'
}

/** Derives every working key from the material by HKDF-SM3, one purpose each. Throws `UnfitKeys` for missing, short, repeated or patterned material. */
export function keysFrom(material: KeyMaterial): KeyProvider {
  const keys = new Map<KeyId, SealKey>()
  for (const [name, secret] of material.seal) {
    const id = KeyId.safeParse(name)
    if (!id.success) throw new UnfitKeys('a seal key needs a name of 1 to 16 letters, digits, _ or -')
    expectStrong(secret, `the seal key ${name}`)
    keys.set(id.data, { encrypt: derive(secret, 'seal encrypt', 16), mac: derive(secret, 'seal mac', 32) })
  }
  if (keys.size === 0) throw new UnfitKeys('there is no seal key')

  const current = KeyId.safeParse(material.current)
  if (!current.success || !keys.has(current.data))
    throw new UnfitKeys('the current seal key is not among the seal keys')

  expectStrong(material.index, 'the index key')
  const locks = lockKeysFrom(material)
  const ownLocks = [...(material.locks ?? [])].filter(([name]) => name !== firstLockKey).map(([, secret]) => secret)
  const secrets = [...material.seal.values(), material.index, ...ownLocks].map((secret) =>
    Buffer.from(secret).toString('hex'),
  )
  if (new Set(secrets).size < secrets.length)
    throw new UnfitKeys('two keys are the same; each must be random by itself')
  const index = derive(material.index, 'index', 32)

  return { current: () => current.data, key: (id) => keys.get(id), indexKey: () => index, lockKeys: () => locks }
}

function lockKeysFrom({ index, locks = new Map([[firstLockKey, index]]) }: KeyMaterial): LockKeys {
  const made = [...locks].map(([name, secret]): LockKey => {
    const id = KeyId.safeParse(name)
    if (!id.success) throw new UnfitKeys('a lock key needs a name of 1 to 16 letters, digits, _ or -')
    expectStrong(secret, `the lock key ${name}`)
    return { id: id.data, key: derive(secret, 'index', 32) }
  })
  const [first, ...others] = made
  if (first === undefined) throw new UnfitKeys('there is no lock key')
  return [first, ...others]
}

const leastBytes = 32
/** 32 random bytes hold about 30 different values; a typed phrase or a pattern holds far fewer. */
const leastDifferentBytes = 16

/** Throws `UnfitKeys` for material that is short or a pattern. */
export function expectStrong(secret: Uint8Array, what: string): void {
  if (secret.length < leastBytes)
    throw new UnfitKeys(`${what} has ${secret.length} bytes; it needs at least ${leastBytes} random ones`)
  if (new Set(secret).size < leastDifferentBytes)
    throw new UnfitKeys(`${what} is a pattern; it must be ${leastBytes} random bytes`)
}

function derive(secret: Uint8Array, purpose: string, bytes: number): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sm3', secret, '', `workers-home ${purpose} v1`, bytes)))
}
