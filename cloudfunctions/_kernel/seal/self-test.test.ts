import { BrokenCipher, selfTest } from './self-test'

const right = {
  sm3: () => '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  sm4: () => '681edf34d206965e86b3e94f536e4246',
}

test('this machine’s SM3 and SM4 are the national ones', () => {
  expect(() => selfTest()).not.toThrow()
})

test.each([
  ['another digest', { ...right, sm3: () => '66c7' }],
  ['another cipher', { ...right, sm4: () => '681e' }],
])('a process with %s does not start', (_, ciphers) => {
  expect(() => selfTest(ciphers)).toThrow(BrokenCipher)
})
