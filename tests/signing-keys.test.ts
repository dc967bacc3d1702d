import { blindSigner } from '../cloudfunctions/_kernel/review/blind-signer'
import { readSigningKey } from '../shared/review/blind/signing-key'
import { newSigningPair } from './signing-keys'

test('each is a key of its own that the signer takes and a phone reads', async () => {
  const keys = Array.from({ length: 30 }, newSigningPair).flatMap(({ ballot, remark }) => [ballot, remark])
  expect(new Set(keys.map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))).size).toBe(60)
  for (const { secret, publicKey } of keys) {
    expect(readSigningKey(publicKey)).toBeDefined()
    const signer = blindSigner(secret)
    expect(signer.publicKey).toEqual(publicKey)
    // It proves its own signature.
    expect(await signer.sign(new Uint8Array(256).fill(7))).toHaveLength(256)
  }
})
