import { createPrivateKey, createPublicKey, generatePrimeSync } from 'node:crypto'
import { inverse, toBytes } from '../shared/review/blind/modular'
import { modulusBytes } from '../shared/review/blind/signing-key'

interface KeyPair {
  readonly secret: Uint8Array
  readonly publicKey: Uint8Array
}

/** Those of one review; of each process, no key twice. They are what `newSigningKey` makes, but share their primes with each other: finding primes takes longer than most tests. */
export function newSigningPair(): { readonly ballot: KeyPair; readonly remark: KeyPair } {
  return { ballot: nextKey(), remark: nextKey() }
}

const e = 65537n
const primes: bigint[] = []
/** Every two primes once: the larger index goes up when the smaller one has reached it. */
let [smaller, larger] = [-1, 1]

function nextKey(): KeyPair {
  if (++smaller === larger) [smaller, larger] = [0, larger + 1]
  return keyOf(primeAt(larger), primeAt(smaller))
}

function primeAt(index: number): bigint {
  for (; primes.length <= index; primes.push(newPrime()));
  return primes[index] ?? newPrime()
}

function newPrime(): bigint {
  const prime = generatePrimeSync(4 * modulusBytes, { bigint: true })
  return prime % e === 1n || primes.includes(prime) ? newPrime() : prime
}

/** RFC 8017 §3.2, from two primes. */
function keyOf(p: bigint, q: bigint): KeyPair {
  const d = inverted(e, (p - 1n) * (q - 1n))
  const text = (value: bigint, length = modulusBytes / 2) => Buffer.from(toBytes(value, length)).toString('base64url')
  const jwk = {
    kty: 'RSA',
    n: text(p * q, modulusBytes),
    e: 'AQAB',
    d: text(d, modulusBytes),
    p: text(p),
    q: text(q),
    dp: text(d % (p - 1n)),
    dq: text(d % (q - 1n)),
    qi: text(inverted(q, p)),
  }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    secret: Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' })),
    publicKey: Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' })),
  }
}

function inverted(value: bigint, modulus: bigint): bigint {
  const found = inverse(value, modulus)
  if (found === undefined) throw new Error('these two primes make no key')
  return found
}
