import fc from 'fast-check'
import { constants, createPublicKey, verify as verifyByNode } from 'node:crypto'
import published from '../../vectors/rfc9474.json'
import { bitLength, inverse, power, toBytes, toInteger } from './modular'
import { blind, blindingFactor, factorBytes, finalize, prepare, variants, verify } from './rsabssa'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'))
const hex = (of: Uint8Array) => Buffer.from(of).toString('hex')
const variantOf = (name: string) => {
  const found = Object.entries(variants).find(([each]) => each === name)
  if (found === undefined) throw new Error(`no variant ${name}`)
  return found[1]
}
const cases = published.vectors.map((vector) => {
  const key = { n: BigInt(vector.n), e: BigInt(vector.e) }
  const [message, prefix, salt] = [bytes(vector.msg), bytes(vector.msg_prefix), bytes(vector.salt)]
  const prepared = prepare(message, prefix)
  const unblinding = BigInt(vector.inv)
  const factor = inverse(unblinding, key.n) ?? 0n
  return {
    vector,
    variant: variantOf(vector.name),
    key,
    prefix,
    salt,
    prepared,
    unblinding,
    factor,
    d: BigInt(vector.d),
  }
})

describe.each(cases)(
  '$vector.name of RFC 9474 appendix A',
  ({ vector, variant, key, prefix, salt, prepared, ...rest }) => {
    const { factor, unblinding, d } = rest
    const signature = bytes(vector.sig)

    test('prepares, with prefix and salt of the variant’s lengths', () => {
      expect(hex(prepared)).toBe(vector.input_msg)
      expect([salt.length, prefix.length]).toEqual([variant.saltBytes, variant.prefixBytes])
      expect(Number(vector.sLen)).toBe(variant.saltBytes)
    })

    test('blinds', () => {
      const made = blind(key, prepared, { salt, factor })
      expect(made && hex(made.blinded)).toBe(vector.blinded_msg)
      expect(made?.unblinding).toBe(unblinding)
    })

    test('is signed', () => {
      const length = bytes(vector.blinded_msg).length
      expect(hex(toBytes(power(toInteger(bytes(vector.blinded_msg)), d, key.n), length))).toBe(vector.blind_sig)
    })

    test('finalizes', () => {
      const answered = { prepared, unblinding, blindSignature: bytes(vector.blind_sig) }
      const made = finalize(key, variant, answered)
      expect(made && hex(made)).toBe(vector.sig)
      expect(finalize(key, variant, { ...answered, prepared: bytes('00') })).toBeUndefined()
      expect(finalize(key, variant, { ...answered, unblinding: unblinding + 1n })).toBeUndefined()
      expect(finalize(key, variant, { ...answered, blindSignature: bytes('00') })).toBeUndefined()
      const beyond = toBytes(toInteger(answered.blindSignature) + key.n, answered.blindSignature.length + 1)
      expect(finalize(key, variant, { ...answered, blindSignature: beyond.slice(-512) })).toBeUndefined()
    })

    test('verifies, here and by node:crypto', () => {
      expect(verify(key, variant, { prepared, signature })).toBe(true)
      const jwk = { kty: 'RSA', n: base64url(key.n), e: base64url(key.e) }
      const by = {
        key: createPublicKey({ key: jwk, format: 'jwk' }),
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: variant.saltBytes,
      }
      expect(verifyByNode('sha384', prepared, by, signature)).toBe(true)
    })

    test('no changed byte of the signature is taken, nor another length of salt', () => {
      for (let at = 0; at < signature.length; at += 7) {
        const changed = signature.map((byte, place) => (place === at ? byte ^ 1 : byte))
        expect(verify(key, variant, { prepared, signature: changed })).toBe(false)
      }
      expect(verify(key, variant, { prepared, signature: signature.slice(1) })).toBe(false)
      expect(verify(key, { ...variant, saltBytes: 48 - variant.saltBytes }, { prepared, signature })).toBe(false)
    })
  },
)

test('a message or factor that shares a divisor with the modulus is not blinded', () => {
  const [first] = cases
  if (first === undefined) throw new Error('no vector')
  const { key, prepared, salt, vector } = first
  expect(blind(key, prepared, { salt, factor: BigInt(vector.p) })).toBeUndefined()
  expect(blind(key, prepared, { salt, factor: 0n })).toBeUndefined()
})

describe('numbers', () => {
  const integer = fc.bigInt({ min: 0n, max: 1n << 300n })

  test('are the same after being bytes', () => {
    fc.assert(fc.property(integer, (each) => expect(toInteger(toBytes(each, 40))).toBe(each)))
  })

  test('times their inverse are one, and have none where they share a divisor', () => {
    fc.assert(
      fc.property(integer, fc.bigInt({ min: 2n, max: 1n << 260n }), (each, modulus) => {
        const found = inverse(each, modulus)
        if (found === undefined) expect(divisor(each, modulus)).not.toBe(1n)
        else expect((each * found) % modulus).toBe(1n)
      }),
    )
  })

  test('to a power: as many multiplications', () => {
    fc.assert(
      fc.property(integer, fc.nat(40), fc.bigInt({ min: 2n, max: 1n << 200n }), (base, times, modulus) => {
        let product = 1n % modulus
        for (let time = 0; time < times; time++) product = (product * base) % modulus
        expect(power(base, BigInt(times), modulus) % modulus).toBe(product)
      }),
    )
  })

  test('a blinding factor is from 1 to n − 1, whatever is drawn', () => {
    const key = { n: 0xf1n, e: 3n }
    expect(factorBytes(key)).toBe(17)
    expect(bitLength(key.n)).toBe(8)
    const factors = fc.uint8Array({ minLength: 17, maxLength: 17 }).map((random) => blindingFactor(key, random))
    fc.assert(fc.property(factors, (factor) => factor >= 1n && factor < key.n))
    expect(blindingFactor(key, new Uint8Array(17))).toBe(1n)
  })
})

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

function base64url(integer: bigint): string {
  const length = Math.ceil(bitLength(integer) / 8)
  return Buffer.from(toBytes(integer, length)).toString('base64url')
}
