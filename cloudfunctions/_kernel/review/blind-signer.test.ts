import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { toBytes, toInteger } from '../../../shared/review/blind/modular'
import {
  blind,
  blindingFactor,
  factorBytes,
  finalize,
  prepare,
  used,
  verify,
} from '../../../shared/review/blind/rsabssa'
import { fingerprint, readSigningKey } from '../../../shared/review/blind/signing-key'
import { blindSigner, newSigningKey, type BlindSigner } from './blind-signer'

let signer: BlindSigner
beforeAll(async () => {
  signer = blindSigner((await newSigningKey()).secret)
})
const publicKey = () => {
  const key = readSigningKey(signer.publicKey)
  if (key === undefined) throw new Error('no key')
  return key
}

test('what was signed blind is a signature, and of nothing else', async () => {
  const key = publicKey()
  const prepared = prepare(randomBytes(70), randomBytes(used.prefixBytes))
  const factor = blindingFactor(key, randomBytes(factorBytes(key)))
  const made = blind(key, prepared, { salt: randomBytes(used.saltBytes), factor })
  if (made === undefined) throw new Error('not blinded')
  const blindSignature = await signer.sign(made.blinded)
  if (blindSignature === undefined) throw new Error('not signed')
  expect(await signer.sign(made.blinded)).toEqual(blindSignature)
  const signature = finalize(key, used, { prepared, blindSignature, unblinding: made.unblinding })
  if (signature === undefined) throw new Error('not finalized')
  expect(verify(key, used, { prepared, signature })).toBe(true)
  expect(verify(key, used, { prepared: prepared.slice(1), signature })).toBe(false)
  const faulty = blindSignature.map((byte, at) => (at === 100 ? byte ^ 1 : byte))
  expect(finalize(key, used, { prepared, blindSignature: faulty, unblinding: made.unblinding })).toBeUndefined()
})

describe('what is no blinded message is not signed', () => {
  test.each<[string, (n: bigint) => bigint]>([
    ['0', () => 0n],
    ['1', () => 1n],
    ['n − 1', (n) => n - 1n],
    ['n', (n) => n],
    ['n + 2', (n) => n + 2n],
    ['256 bytes of ff', () => (1n << 2048n) - 1n],
  ])('%s', async (_, of) => {
    expect(await signer.sign(toBytes(of(publicKey().n), 256))).toBeUndefined()
  })

  test.each([0, 1, 255, 257, 512])('%i bytes', async (length) => {
    expect(await signer.sign(new Uint8Array(length).fill(7))).toBeUndefined()
  })

  test('the least and the greatest are', async () => {
    for (const integer of [2n, publicKey().n - 2n]) expect(await signer.sign(toBytes(integer, 256))).toHaveLength(256)
  })
})

describe('a phone takes no key', () => {
  const spkiOf = (modulusLength: number, publicExponent: number) =>
    Uint8Array.from(
      generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'der', type: 'spki' }),
    )
  const withModulus = (n: bigint) => {
    const jwk = { kty: 'RSA', n: Buffer.from(toBytes(n, 256)).toString('base64url'), e: 'AQAB' }
    return Uint8Array.from(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' }))
  }

  test('of another size or exponent', () => {
    expect(readSigningKey(spkiOf(1024, 65537))).toBeUndefined()
    expect(readSigningKey(spkiOf(3072, 65537))).toBeUndefined()
    expect(readSigningKey(spkiOf(2048, 3))).toBeUndefined()
    expect(readSigningKey(new Uint8Array())).toBeUndefined()
  })

  test('with an even modulus, or one that is too short', () => {
    expect(readSigningKey(withModulus(publicKey().n))).toEqual(publicKey())
    expect(readSigningKey(withModulus(publicKey().n + 1n))).toBeUndefined()
    expect(readSigningKey(withModulus(publicKey().n >> 1n))).toBeUndefined()
  })

  test('with a changed byte around the modulus; a change within it is another key, with another fingerprint', () => {
    const { publicKey: spki } = signer
    for (let at = 0; at < spki.length; at++) {
      const changed = spki.map((byte, place) => (place === at ? byte ^ 2 : byte))
      const read = readSigningKey(changed)
      if (at < 33 || at >= 33 + 256) expect(read).toBeUndefined()
      else expect(read?.n).not.toBe(toInteger(spki.slice(33, 33 + 256)))
      expect(fingerprint(changed)).not.toEqual(fingerprint(spki))
    }
    expect(readSigningKey(Uint8Array.from([...spki, 0]))).toBeUndefined()
  })
})

test('a secret that phones would refuse signs nothing', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'der', type: 'pkcs8' })
  expect(() => blindSigner(Uint8Array.from(other))).toThrow('2048 bits')
})
