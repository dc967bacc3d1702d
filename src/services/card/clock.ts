/** 发卡方的时间: phones are wrong by minutes; cards live by one clock. */
export interface Ahead {
  /** How far the issuer’s clock is ahead of this phone’s, in milliseconds. */
  readonly aheadMs: number
}

/** Whole seconds of the issuer’s clock. */
export function secondsBy({ aheadMs }: Ahead): number {
  return Math.floor((Date.now() + aheadMs) / 1000)
}

/** Milliseconds until this second of the issuer’s clock begins: rounded up, since a timer that is early finds the second before; at most one, since somebody may set the phone’s clock back. */
export function untilSecond(second: number, { aheadMs }: Ahead): number {
  return Math.min(1000, Math.max(0, Math.ceil(second * 1000 - (Date.now() + aheadMs))))
}

/** The answer was written at some time between asking and now; the middle is the best guess. */
export function aheadOf(now: string, asked: number): number {
  return Date.parse(now) - (asked + Date.now()) / 2
}
