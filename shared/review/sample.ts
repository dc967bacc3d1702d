import { sha256 } from '@noble/hashes/sha2.js'
import { ascii, inOrder, isSame, joined } from '../core/bytes'
import { domain } from './envelope'
import { merkleRoot } from './merkle'

/** 随机抽查: who is drawn follows from a population that was committed to before a public value was known. Anybody who has both draws the same. */

/** 名单承诺: of the pseudonyms of everybody who can be drawn, 32 bytes each and known to nobody else. */
export function commitment(pseudonyms: readonly Uint8Array[]): Uint8Array {
  return merkleRoot(pseudonyms)
}

/** 公开随机值: a later lottery draw, as two officers typed it. Spaces and hyphens between its numbers say nothing. Undefined for anything else. */
export function readPublicValue(text: string): string | undefined {
  const numbers = text.split(/[\s-]+/).filter((part) => part !== '')
  const isValue = numbers.length > 0 && numbers.every((part) => /^\d{1,20}$/.test(part)) && numbers.length <= 30
  return isValue ? numbers.join(' ') : undefined
}

/** 种子. */
export function seedOf(committed: Uint8Array, publicValue: string): Uint8Array {
  return sha256(joined(domain('sample'), committed, ascii(publicValue)))
}

/** 抽取 so many, none twice, everybody as likely as everybody else; all where there are not so many. Undefined where a pseudonym stands twice. */
export function draw(
  pseudonyms: readonly Uint8Array[],
  count: number,
  seed: Uint8Array,
): readonly Uint8Array[] | undefined {
  const left = [...pseudonyms].sort(inOrder)
  if (left.some((each, at) => at > 0 && isSame(each, left[at - 1] ?? each))) return undefined
  const below = numbersFrom(seed)
  const drawn: Uint8Array[] = []
  while (drawn.length < count && left.length > 0) {
    const at = below(left.length)
    const chosen = left[at]
    const last = left.pop()
    if (chosen === undefined || last === undefined) break
    if (at < left.length) left[at] = last
    drawn.push(chosen)
  }
  return drawn
}

const words = 2 ** 32

/** Numbers below a bound, from SHA-256 of the seed and a counter. A word at or above the largest multiple of the bound is thrown away: the remainder alone would favour small ones. */
function numbersFrom(seed: Uint8Array): (bound: number) => number {
  let counter = 0
  let block = new Uint8Array()
  let at = 0
  function word(): number {
    if (at === block.length) {
      block = Uint8Array.from(sha256(joined(domain('draw'), seed, bigEndian(counter++))))
      at = 0
    }
    const [a = 0, b = 0, c = 0, d = 0] = block.subarray(at, (at += 4))
    return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
  }
  return (bound) => {
    const usable = words - (words % bound)
    let drawn = word()
    while (drawn >= usable) drawn = word()
    return drawn % bound
  }
}

function bigEndian(counter: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (counter >>> shift) & 0xff)
}
