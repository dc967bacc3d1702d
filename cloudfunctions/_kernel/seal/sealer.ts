import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { KeyId, type KeyProvider, type SealKey } from './keys'

/** Where a sealed value lives. It is bound into the seal: the value opens nowhere else. */
export interface SealPlace {
  readonly collection: string
  readonly id: string
  readonly field: string
}

/** 密封值: base64url text that tells nothing but which key sealed it and how long the value is. */
export const Sealed = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .brand<'Sealed'>()
export type Sealed = z.infer<typeof Sealed>

/**
 * 密封: personal data at rest. SM4-CTR, then HMAC-SM3 over place, header and ciphertext. Two seals of one value differ.
 * Opening throws `SealBroken` for anything but the very seal made for this place; text comes back exactly as it was.
 */
export interface Sealer {
  seal(place: SealPlace, plain: string): Sealed
  open(place: SealPlace, sealed: string): string
  sealBytes(place: SealPlace, plain: Uint8Array): Uint8Array
  openBytes(place: SealPlace, sealed: Uint8Array): Uint8Array
  /** The key that seals now. */
  current(): KeyId
  /** The same value sealed with the current key; undefined where it is already. */
  renewed(place: SealPlace, sealed: string): Sealed | undefined
  renewedBytes(place: SealPlace, sealed: Uint8Array): Uint8Array | undefined
}

/** Keyed digests by which equal things find each other without being readable: 43 characters of base64url, HMAC-SM3. */
export interface Indexer {
  /** Under the index key, which stays: for what an openid, a request or a salt makes unguessable. */
  lockId(text: string): string
  /** 证件锁: under each lock key, in their order. For numbers, which can be guessed one by one by whoever has the key. */
  locks(text: string): Locks
  /** Which lock keys these are. */
  readonly lockKeys: string
}

/** A number’s locks: whoever holds one of them holds the number. */
export type Locks = readonly [string, ...string[]]

/** The sealed value was changed, moved, cut, or sealed with a key that is not kept. Says where, never what. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

export type RandomBytes = (length: number) => Uint8Array

const version = 1
const ivBytes = 16
const tagBytes = 32
/** Version, length of the key id, key id of one character, iv, tag. */
const leastBytes = 2 + 1 + ivBytes + tagBytes

export function makeSealer(keys: KeyProvider, random: RandomBytes = randomBytes): Sealer {
  function sealBytes(place: SealPlace, plain: Uint8Array): Buffer {
    const id = keys.current()
    const key = keys.key(id)
    if (key === undefined) throw new Error(`the current seal key ${id} is not kept`)
    const iv = random(ivBytes)
    const header = Buffer.concat([Buffer.from([version, id.length]), Buffer.from(id, 'latin1'), iv])
    const cipher = createCipheriv('sm4-ctr', key.encrypt, iv)
    const sealed = Buffer.concat([header, cipher.update(plain), cipher.final()])
    return Buffer.concat([sealed, tagOf(key, place, sealed)])
  }

  function openBytes(place: SealPlace, bytes: Uint8Array): Buffer {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (whole.length < leastBytes || whole[0] !== version) throw broken(place)
    const ivAt = 2 + whole.readUInt8(1)
    const tagAt = whole.length - tagBytes
    const id = KeyId.safeParse(whole.toString('latin1', 2, ivAt))
    if (ivAt + ivBytes > tagAt || !id.success) throw broken(place)
    const key = keys.key(id.data)
    if (key === undefined) throw broken(place)
    const expected = tagOf(key, place, whole.subarray(0, tagAt))
    if (!timingSafeEqual(expected, whole.subarray(tagAt))) throw broken(place)
    const decipher = createDecipheriv('sm4-ctr', key.encrypt, whole.subarray(ivAt, ivAt + ivBytes))
    return Buffer.concat([decipher.update(whole.subarray(ivAt + ivBytes, tagAt)), decipher.final()])
  }

  function renewedBytes(place: SealPlace, bytes: Uint8Array): Buffer | undefined {
    const id = keys.current()
    const named = Buffer.from(bytes.subarray(0, 2 + id.length))
    if (named.equals(Buffer.concat([Buffer.from([version, id.length]), Buffer.from(id, 'latin1')]))) return undefined
    return sealBytes(place, openBytes(place, bytes))
  }

  return {
    sealBytes,
    openBytes,
    renewedBytes,
    current: () => keys.current(),
    renewed: (place, sealed) => {
      const again = renewedBytes(place, Buffer.from(sealed, 'base64url'))
      return again === undefined ? undefined : Sealed.parse(again.toString('base64url'))
    },
    seal: (place, plain) => Sealed.parse(sealBytes(place, utf8(plain)).toString('base64url')),
    open: (place, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      // The decoder forgives foreign characters and loose last bits; a seal has exactly one spelling.
      if (bytes.toString('base64url') !== sealed) throw broken(place)
      return openBytes(place, bytes).toString('utf8')
    },
  }
}

export function makeIndexer(keys: KeyProvider): Indexer {
  const digest = (key: KeyObject, text: string) => createHmac('sm3', key).update(utf8(text)).digest('base64url')
  const [first, ...others] = keys.lockKeys()
  return {
    lockId: (text) => digest(keys.indexKey(), text),
    locks: (text) => [digest(first.key, text), ...others.map(({ key }) => digest(key, text))],
    lockKeys: [first, ...others].map(({ id }) => id).join('+'),
  }
}

/** The place goes first, as JSON: no two places are written alike, and none is the beginning of another. */
function tagOf(key: SealKey, { collection, id, field }: SealPlace, sealed: Uint8Array): Buffer {
  return createHmac('sm3', key.mac)
    .update(JSON.stringify([collection, id, field]))
    .update(sealed)
    .digest()
}

const illFormed = /\p{Surrogate}/u

/** Half a surrogate pair would come back as another character, and two of them would count as equal. */
function utf8(text: string): Buffer {
  if (illFormed.test(text)) throw new TypeError('text with half a surrogate pair cannot be sealed or digested')
  return Buffer.from(text, 'utf8')
}

function broken(place: SealPlace): SealBroken {
  return new SealBroken(`the seal at ${place.collection}/${place.id}/${place.field} does not open`)
}
