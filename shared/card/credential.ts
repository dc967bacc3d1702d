import { z } from 'zod'
import { isBytes } from '../core/bytes'
import { fromCbor, toCbor, type Cbor } from '../core/cbor'
import { readSign1, sign1, type Signed } from './cose'
import { publicKeyBytes, type Signer } from '../core/ed25519'

/** 会员状态 on the card: a retained member is still one (总工发〔2016〕35号), and services may ask which. */
export const CardStatus = z.enum(['active', 'retained'])
export type CardStatus = z.infer<typeof CardStatus>

/** 一日凭证: what the issuer says of a member for one day. Nothing in it is the same on another day but what people read: masked name, union, status. */
export interface Credential {
  readonly name: string
  readonly union: string
  readonly status: CardStatus
  /** Seconds since 1970: from when, and until when (exclusive). */
  readonly from: number
  readonly until: number
  /** The phone’s public key of that day. */
  readonly holder: Uint8Array
  /** 16 bytes that only the issuer can open. */
  readonly reference: Uint8Array
}

export const referenceBytes = 16

/** Claims of a CWT (RFC 8392), its proof-of-possession key (RFC 8747), and three of our own from the private range. */
const claim = { until: 4, from: 5, reference: 7, confirmation: 8, name: -70001, union: -70002, status: -70003 } as const
/** COSE_Key (RFC 9052 §7, RFC 9053 §7.2): an octet key pair on Ed25519. */
const coseKey = { type: 1, curve: -1, x: -2 } as const
const [okp, ed25519] = [1, 6]
const statusNumber: Readonly<Record<CardStatus, number>> = { active: 1, retained: 2 }

const Claims = z
  .object({
    name: z.string().min(1).max(20),
    union: z.string().min(1).max(80),
    status: z.literal([1, 2]),
    from: z.number().int().nonnegative(),
    until: z.number().int().nonnegative(),
    reference: z.custom<Uint8Array>((value) => isBytes(value) && value.length === referenceBytes),
    holder: z.custom<Uint8Array>((value) => isBytes(value) && value.length === publicKeyBytes),
  })
  .refine(({ from, until }) => from < until)

export function issue(credential: Credential, signer: Signer, kid: Uint8Array): Uint8Array {
  const { name, union, status, from, until, holder, reference } = credential
  const key = new Map<number, Cbor>([
    [coseKey.type, okp],
    [coseKey.curve, ed25519],
    [coseKey.x, holder],
  ])
  const claims = new Map<number, Cbor>([
    [claim.until, until],
    [claim.from, from],
    [claim.reference, reference],
    [claim.confirmation, new Map([[1, key]])],
    [claim.name, name],
    [claim.union, union],
    [claim.status, statusNumber[status]],
  ])
  return sign1(toCbor(claims), signer, kid)
}

/** What the bytes say, unjudged: who signed them is the next question. Undefined for anything but a credential of exactly these claims. */
export function readCredential(
  bytes: Uint8Array,
): { readonly credential: Credential; readonly signed: Signed & { readonly kid: Uint8Array } } | undefined {
  const signed = readSign1(bytes)
  const claims = signed === undefined ? undefined : fromCbor(signed.payload)
  if (signed?.kid === undefined || !(claims instanceof Map) || claims.size !== Object.keys(claim).length)
    return undefined
  const parsed = Claims.safeParse({
    name: claims.get(claim.name),
    union: claims.get(claim.union),
    status: claims.get(claim.status),
    from: claims.get(claim.from),
    until: claims.get(claim.until),
    reference: claims.get(claim.reference),
    holder: holderIn(claims.get(claim.confirmation)),
  })
  if (!parsed.success) return undefined
  const status = parsed.data.status === statusNumber.active ? ('active' as const) : ('retained' as const)
  return { credential: { ...parsed.data, status }, signed: { ...signed, kid: signed.kid } }
}

function holderIn(confirmation: unknown): unknown {
  const key: unknown = confirmation instanceof Map && confirmation.size === 1 ? confirmation.get(1) : undefined
  if (!(key instanceof Map) || key.size !== 3) return undefined
  return key.get(coseKey.type) === okp && key.get(coseKey.curve) === ed25519 ? key.get(coseKey.x) : undefined
}
