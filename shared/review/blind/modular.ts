import { toHex } from '../../core/bytes'

/** Whole numbers modulo another, and as bytes (RFC 8017 §4). For numbers that are public or used once: nothing here takes the same time for every secret. */
export function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)
}

export function toBytes(integer: bigint, length: number): Uint8Array {
  const hex = integer.toString(16).padStart(2 * length, '0')
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
}

export function bitLength(integer: bigint): number {
  return integer.toString(2).length
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** Undefined where the two have a divisor in common. */
export function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [before, now] = [modulus, value % modulus]
  let [factorBefore, factor] = [0n, 1n]
  while (now !== 0n) {
    const quotient = before / now
    ;[before, now] = [now, before - quotient * now]
    ;[factorBefore, factor] = [factor, factorBefore - quotient * factor]
  }
  if (before !== 1n) return undefined
  return factorBefore < 0n ? factorBefore + modulus : factorBefore
}
