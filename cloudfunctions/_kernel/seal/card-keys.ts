import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { expectStrong, firstLockKey, KeyId, UnfitKeys } from './keys'

/** 发卡密钥: what card credentials are signed with. */
export interface CardKey {
  readonly id: KeyId
  /** The 32 bytes of an Ed25519 private key. */
  readonly seed: Uint8Array
}

/** Several while one follows another: all are published, one signs. */
export interface CardKeys {
  readonly signing: CardKey
  readonly keys: readonly [CardKey, ...CardKey[]]
  /** For the references in credentials; it stays, as what it wrote is over within a week. */
  readonly reference: KeyObject
}

export interface CardKeyMaterial {
  readonly index: Uint8Array
  /** By name; where none are given, there is one made from `index`, named `index`. */
  readonly cards?: ReadonlyMap<string, Uint8Array>
  /** The one that signs; the first where none is named. */
  readonly current?: string
}

/** Derives the keys of cards by HKDF-SM3. Throws `UnfitKeys` for missing, short or patterned material, and for a current key that is not among them. */
export function cardKeysFrom({ index, cards = new Map([[firstLockKey, index]]), current }: CardKeyMaterial): CardKeys {
  const [first, ...others] = [...cards].map(([name, secret]): CardKey => {
    const id = KeyId.safeParse(name)
    if (!id.success) throw new UnfitKeys('a card key needs a name of 1 to 16 letters, digits, _ or -')
    expectStrong(secret, `the card key ${name}`)
    return { id: id.data, seed: derive(secret, 'card sign', 32) }
  })
  if (first === undefined) throw new UnfitKeys('there is no card key')
  const keys = [first, ...others] as const
  const signing = current === undefined ? first : keys.find(({ id }) => id === current)
  if (signing === undefined) throw new UnfitKeys('the current card key is not among the card keys')
  return { signing, keys, reference: createSecretKey(derive(index, 'card reference', 16)) }
}

function derive(secret: Uint8Array, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sm3', secret, '', `workers-home ${purpose} v1`, bytes))
}
