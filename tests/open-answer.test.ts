import fc from 'fast-check'
import { fromBase64url, toBase64url } from '../shared/core/base64url'
import { answerInfo } from '../shared/contract/sealed-answer'
import { sealingTo } from '../cloudfunctions/_kernel/answers/seal-answer'
import { hmac as hmacByNode, pairOf, sharedSecret } from '../cloudfunctions/_kernel/x25519'
import { messageKey } from '../shared/core/hpke'
import { answerKeysOf, openAnswer } from '../src/services/open-answer'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { createCipheriv } from 'node:crypto'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** RFC 9180, appendix A.2.1, first message. */
const example = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  sender: bytes('f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600'),
  enc: bytes('1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a'),
  receiver: bytes('8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb'),
  receiverPublic: bytes('4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a'),
  key: bytes('ad2744de8e17f4ebba575b3f5f5a8fa1f69c2a07f6e7500bc60ca6e3e3ec1c91'),
  nonce: bytes('5c4d98150661b848853b547f'),
  plain: bytes('4265617574792069732074727574682c20747275746820626561757479'),
  aad: bytes('436f756e742d30'),
  cipher: bytes('1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28'),
}

const info = answerInfo('membership', 'roster')
const device = answerKeysOf(new Uint8Array(32).fill(7))
const answer = { ok: true, data: { rows: [{ name: '王小明', note: '😀' }] } }

function seal(said: unknown = answer, to: unknown = device.answerKey, as = info): string {
  const sealing = sealingTo(to, as)
  if (sealing === undefined) throw new Error('no key to seal to')
  return sealing(JSON.stringify(said))
}

describe('both ends do what RFC 9180 says', () => {
  test('the function’s: node:crypto', () => {
    const { privateKey, raw } = pairOf(example.sender)
    expect([raw, pairOf(example.receiver).raw]).toEqual([example.enc, example.receiverPublic])
    const shared = sharedSecret(privateKey, example.receiverPublic) ?? new Uint8Array()
    const under = messageKey(hmacByNode, { shared, enc: example.enc, receiver: example.receiverPublic }, example.info)
    expect([under.key, under.nonce].map((part) => Buffer.from(part).toString('hex'))).toEqual(
      [example.key, example.nonce].map((part) => Buffer.from(part).toString('hex')),
    )
    const cipher = createCipheriv('chacha20-poly1305', under.key, under.nonce, { authTagLength: 16 })
    cipher.setAAD(example.aad, { plaintextLength: example.plain.length })
    const sealed = Buffer.concat([cipher.update(example.plain), cipher.final(), cipher.getAuthTag()])
    expect(sealed.toString('hex')).toBe(Buffer.from(example.cipher).toString('hex'))
  })

  test('the phone’s: @noble', () => {
    expect(answerKeysOf(example.receiver).publicKey).toEqual(example.receiverPublic)
    const shared = x25519.getSharedSecret(example.receiver, example.enc)
    const { key, nonce } = messageKey(
      (under, message) => hmac(sha256, under, message),
      { shared, enc: example.enc, receiver: example.receiverPublic },
      example.info,
    )
    expect(chacha20poly1305(key, nonce, example.aad).decrypt(example.cipher)).toEqual(example.plain)
  })
})

describe('an answer sealed to a device', () => {
  test('opens there as it was, whatever it was', () => {
    expect(openAnswer({ sealed: seal() }, device, info)).toEqual(answer)
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (said, secret) => {
        const keys = answerKeysOf(secret)
        const carried: unknown = JSON.parse(JSON.stringify(said))
        expect(openAnswer({ sealed: seal(carried, keys.answerKey) }, keys, info)).toEqual(carried)
      }),
      { numRuns: 40 },
    )
  })

  test('opens nowhere else, not as another procedure’s, and not changed by a single bit', () => {
    const sealed = seal()
    expect(openAnswer({ sealed }, answerKeysOf(new Uint8Array(32).fill(8)), info)).toBeUndefined()
    expect(openAnswer({ sealed }, device, answerInfo('membership', 'member'))).toBeUndefined()
    const whole = fromBase64url(sealed) ?? new Uint8Array()
    // The last bit of the encapsulated key is not part of the point (RFC 7748 §5), but of what the key is made from.
    for (const at of [0, 31, 32, whole.length - 17, whole.length - 16, whole.length - 1]) {
      const changed = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 0x80 : byte))
      expect(openAnswer({ sealed: toBase64url(changed) }, device, info)).toBeUndefined()
    }
    for (const cut of ['', sealed.slice(0, 40), sealed.slice(0, -4), `${sealed}=`])
      expect(openAnswer({ sealed: cut }, device, info)).toBeUndefined()
  })

  test('is another one every time, and tells nothing but its length', () => {
    const seals = Array.from({ length: 50 }, () => seal())
    expect(new Set(seals.map((sealed) => sealed.slice(0, 43))).size).toBe(50)
    expect(new Set(seals.map((sealed) => sealed.length)).size).toBe(1)
    expect(Buffer.from(seals.join('')).includes('王')).toBe(false)
  })
})

test('the door’s own refusal comes as it is', () => {
  const refusal = { ok: false, error: { code: 'BAD_INPUT', message: '…' } }
  expect(openAnswer(refusal, device, info)).toBe(refusal)
})

test.each([
  ['nothing', undefined],
  ['a number', 7],
  ['31 bytes', toBase64url(new Uint8Array(31).fill(9))],
  ['padding', `${device.answerKey}=`],
  ['the neutral point', toBase64url(new Uint8Array(32))],
  ['a point of order 8', toBase64url(bytes('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'))],
])('%s is no key to seal to', (_, key) => {
  expect(sealingTo(key, info)).toBeUndefined()
})
