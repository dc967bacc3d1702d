import type { IsoDate, IsoTime } from '../../shared/core/time'
import type { Randomness } from '../../cloudfunctions/_kernel/runtime'
import type { Indexer, Sealer } from '../../cloudfunctions/_kernel/seal/sealer'
import type { Prng } from './prng'

/** What the makers of records need besides the seed: the real seals and digests, and the day the world is made for. */
export interface WorldTools {
  readonly sealer: Sealer
  readonly indexer: Indexer
  readonly now: IsoTime
  readonly today: IsoDate
  /** A 会员号 of this city (four digits) that nobody has yet. */
  readonly memberNumber: (city: string, prng: Prng) => string
  /** True for each lock of an identity number once: among a million invented people two are born on one day with one sequence. */
  readonly isNewLock: (lock: string) => boolean
}

export function locksOnce(): WorldTools['isNewLock'] {
  const taken = new Set<string>()
  return (lock) => {
    const isNew = !taken.has(lock)
    taken.add(lock)
    return isNew
  }
}

/** Eight drawn digits, as an approval draws them; a million members would meet twice now and then. */
export function memberNumberDrawer(): WorldTools['memberNumber'] {
  const taken = new Set<string>()
  return (city, prng) => {
    for (;;) {
      const number = `${city}${prng.digits(8)}`
      if (taken.has(number)) continue
      taken.add(number)
      return number
    }
  }
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Ids and digits from the seed, in the form that the real ones have. */
export function seededRandomness(prng: Prng): Randomness {
  return {
    id: () => Array.from({ length: 22 }, () => base64url.charAt(prng.whole(0, 63))).join(''),
    digits: (count) => prng.digits(count),
  }
}
