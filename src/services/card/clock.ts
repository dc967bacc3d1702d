/** 发卡方的时间: phones are wrong by minutes; cards live by one clock. */
export interface Ahead {
  /** How far the issuer’s clock is ahead of this phone’s, in milliseconds. */
  readonly aheadMs: number
}

/** Whole seconds of the issuer’s clock. */
export function secondsBy({ aheadMs }: Ahead): number {
  return Math.floor((Date.now() + aheadMs) / 1000)
}

/** In milliseconds: the second changes with the issuer’s, and a code on time. */
export function untilNextSecond({ aheadMs }: Ahead): number {
  const at = Date.now() + aheadMs
  return (Math.floor(at / 1000) + 1) * 1000 - at
}

/** The answer was written at some time between asking and now; the middle is the best guess. */
export function aheadOf(now: string, asked: number): number {
  return Date.parse(now) - (asked + Date.now()) / 2
}
