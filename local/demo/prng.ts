/** A stream of numbers that a seed fixes: the same seed makes the same world on every machine. */
export interface Prng {
  /** A fraction in [0, 1). */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** One of these, each as likely as the other. Throws on an empty list. */
  pick<T>(list: readonly T[]): T
  /** One of these, as likely as its weight says. Throws on an empty list. */
  weighted<T>(table: readonly (readonly [weight: number, value: T])[]): T
  /** True with this probability. */
  chance(probability: number): boolean
  digits(count: number): string
  /** An independent stream: what is drawn from it does not move what is drawn here. */
  branch(label: string | number): Prng
}

export function prngOf(seed: string): Prng {
  const fraction = sfc32(seed)
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
    branch: (label) => prngOf(`${seed}/${label}`),
    pick(list) {
      const chosen = list[whole(0, list.length - 1)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    weighted(table) {
      let left = fraction() * table.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of table) {
        left -= weight
        if (left < 0) return value
      }
      throw new Error('nothing to weigh')
    },
  }
}

/** PractRand-proof and five lines: Chris Doty-Humphrey’s sfc32, seeded by FNV-1a of the text. */
function sfc32(seed: string): () => number {
  let a = hash(seed, 0x811c9dc5)
  let b = hash(seed, 0x01000193)
  let c = hash(seed, 0x9e3779b9)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 0x100000000
  }
  for (let round = 0; round < 15; round++) next()
  return next
}

function hash(text: string, start: number): number {
  let value = start
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value | 0
}
