import { createCipheriv, createHash } from 'node:crypto'

/** What the process computes with: handed in, so that a test can hand in something broken. */
export interface Ciphers {
  sm3(text: string): string
  /** One block of SM4 under a key of 16 bytes, all in hex. */
  sm4(key: string, block: string): string
}

/** The process must not seal with what is not SM3 and SM4: what it wrote could be read by nobody, or by everybody. */
export class BrokenCipher extends Error {
  override readonly name = 'BrokenCipher'
}

const ofNode: Ciphers = {
  sm3: (text) => createHash('sm3').update(text).digest('hex'),
  sm4: (key, block) => {
    // In counter mode a block of zeros comes out as the encrypted counter.
    const cipher = createCipheriv('sm4-ctr', Buffer.from(key, 'hex'), Buffer.from(block, 'hex'))
    return cipher.update(Buffer.alloc(16)).toString('hex')
  },
}

/** 自检 when a process starts, on the published examples: GB/T 32905-2016 annex A, GB/T 32907-2016 annex A. Throws `BrokenCipher`. */
export function selfTest({ sm3, sm4 }: Ciphers = ofNode): void {
  if (sm3('abc') !== '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    throw new BrokenCipher('SM3 does not give the digest of GB/T 32905-2016')
  const block = '0123456789abcdeffedcba9876543210'
  if (sm4(block, block) !== '681edf34d206965e86b3e94f536e4246')
    throw new BrokenCipher('SM4 does not encrypt as in GB/T 32907-2016')
}
