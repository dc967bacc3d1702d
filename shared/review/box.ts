import type { IsoTime } from '../core/time'

const chinaOffsetHours = 8
const quietUntil = 5

/** 整理票箱: whoever casts waits meanwhile. So it is done while nobody votes anywhere, or at night, when few do: reviews end at midnight, and most are counted minutes later. */
export function mayCompact({ now, isVoting }: { readonly now: IsoTime; readonly isVoting: boolean }): boolean {
  const hour = (new Date(now).getUTCHours() + chinaOffsetHours) % 24
  return !isVoting || hour < quietUntil
}
