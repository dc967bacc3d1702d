import { isoTime, type IsoTime } from '../core/time'

/** 最迟公布: papers that nobody counts, and reviews that end much later, hold up the others no longer than this. They come in a publication of their own. */
const latestMs = 30 * 24 * 60 * 60 * 1000

/** 等不等: whether those who are counted wait for this one. `firstEnd` is when the first of them ended its voting. */
export function isAwaited(
  { votingUntil, firstEnd }: { readonly votingUntil: IsoTime; readonly firstEnd: IsoTime },
  now: IsoTime,
): boolean {
  const latest = isoTime(Date.parse(firstEnd) + latestMs)
  return votingUntil < latest && now < latest
}
