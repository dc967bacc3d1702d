import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { issue, type Credential } from '../../../shared/card/credential'
import { dayInSeconds, dayOfSeconds } from '../../../shared/card/days'
import type { IssuerKey } from '../../../shared/card/verify'
import type { IsoDate } from '../../../shared/core/time'
import type { CardKeys } from '../seal/card-keys'
import { signingKey } from './ed25519'

/** 发卡: signs credentials, and is the only one who can open the reference in them. */
export interface CardIssuer {
  issue(credential: Omit<Credential, 'reference'>, serial: string, day: IsoDate): Uint8Array
  /** 16 bytes that tell nothing without the key, and are others on every day. */
  reference(serial: string, day: IsoDate): Uint8Array
  /** Whose reference this is; undefined for what this issuer never wrote. */
  open(reference: Uint8Array): { readonly serial: string; readonly day: IsoDate } | undefined
  /** Keys whose signatures count on this day. A verifier believes one for so long after it asked last. */
  keys(today: IsoDate): readonly IssuerKey[]
}

/** What a verifier that never asks again goes on believing. */
const believedDays = 30
const [serialBytes, dayBytes, blockBytes] = [10, 2, 16]
const daySeconds = 86_400
/** Midnight in China is 16:00 of the day before in UTC: days are counted from the first whole one in China. */
const firstDay = dayInSeconds(dayOfSeconds(0)).from

export function makeIssuer({ signing, keys, reference: secret }: CardKeys): CardIssuer {
  const all = keys.map(({ seed }) => signingKey(seed)).map((key) => ({ key, kid: kidOf(key.publicKey) }))
  const current = signingKey(signing.seed)
  const currentKid = kidOf(current.publicKey)

  function reference(serial: string, day: IsoDate): Uint8Array {
    const block = Buffer.alloc(blockBytes)
    Buffer.from(serial, 'hex').copy(block)
    block.writeUInt16BE((dayInSeconds(day).from - firstDay) / daySeconds, serialBytes)
    // One block under a key of its own, never twice with the same content: electronic codebook is a permutation of blocks, which is all that is asked of it.
    const cipher = createCipheriv('sm4-ecb', secret, null).setAutoPadding(false)
    return Uint8Array.from(Buffer.concat([cipher.update(block), cipher.final()]))
  }

  return {
    reference,
    issue: (credential, serial, day) =>
      issue({ ...credential, reference: reference(serial, day) }, current, currentKid),
    open(bytes) {
      if (bytes.length !== blockBytes) return undefined
      const decipher = createDecipheriv('sm4-ecb', secret, null).setAutoPadding(false)
      const block = Buffer.concat([decipher.update(bytes), decipher.final()])
      if (block.subarray(serialBytes + dayBytes).some((byte) => byte !== 0)) return undefined
      return {
        serial: block.toString('hex', 0, serialBytes),
        day: dayOfSeconds(firstDay + block.readUInt16BE(serialBytes) * daySeconds),
      }
    },
    keys(today) {
      const until = dayInSeconds(today).from + believedDays * daySeconds
      return all.map(({ key: { publicKey }, kid }) => ({ kid, publicKey, until }))
    },
  }
}

function kidOf(publicKey: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(publicKey).digest().subarray(0, 8))
}
