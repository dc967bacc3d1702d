import { randomBytes, randomInt } from 'node:crypto'
import type { Randomness } from './runtime'

/** The operating system’s randomness, locally and in the cloud. */
export const systemRandomness: Randomness = {
  id: () => randomBytes(16).toString('base64url'),
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
}
