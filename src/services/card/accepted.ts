/** Longer than any code lives. */
const keptMs = 3 * 60 * 1000

/** 这部手机刚收下的: codes that were told to be valid here, so that a screenshot is not taken twice without a network. Kept in memory only. */
export function acceptedCodes() {
  const taken = new Map<string, number>()
  return {
    has: (text: string, nowMs: number): boolean => nowMs - (taken.get(text) ?? -Infinity) < keptMs,
    add(text: string, nowMs: number): void {
      for (const [old, at] of taken) if (nowMs - at >= keptMs) taken.delete(old)
      taken.set(text, nowMs)
    },
  }
}
