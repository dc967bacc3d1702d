import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { x25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { newPair, pairOf, secretBytes, sharedSecret } from './x25519'

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex')

/** RFC 7748 §6.1. */
const example = {
  alice: '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
  alicePublic: '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  bob: '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
  bobPublic: 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
  shared: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
}

test('two pairs agree on the secret of the RFC', () => {
  const [alice, bob] = [pairOf(Buffer.from(example.alice, 'hex')), pairOf(Buffer.from(example.bob, 'hex'))]
  expect([alice.raw, bob.raw].map(hex)).toEqual([example.alicePublic, example.bobPublic])
  expect(hex(sharedSecret(alice.privateKey, bob.raw))).toBe(example.shared)
  expect(hex(sharedSecret(bob.privateKey, alice.raw))).toBe(example.shared)
})

test('the public key of any secret is the one that phones compute', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: secretBytes, maxLength: secretBytes }), (secret) => {
      expect(hex(pairOf(secret).raw)).toBe(hex(x25519.getPublicKey(secret)))
    }),
    { numRuns: 30 },
  )
})

test('no two new pairs are alike, and none agrees with a point of small order', () => {
  expect(new Set(Array.from({ length: 50 }, () => hex(newPair().raw))).size).toBe(50)
  expect(sharedSecret(newPair().privateKey, new Uint8Array(32))).toBeUndefined()
})

test('making many pairs comes to its end: with Node’s own generator a process stood still for good, by chance', () => {
  const script = join(__dirname, 'x25519.fixture.ts')
  const node = ['--import', 'tsx', script]
  const made = spawnSync(process.execPath, node, { timeout: 240_000, encoding: 'utf8' })
  expect([made.status, made.stdout]).toEqual([0, '20000 pairs\n'])
}, 300_000)
