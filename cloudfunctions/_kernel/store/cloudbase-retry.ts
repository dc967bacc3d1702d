import { setTimeout as pause } from 'node:timers/promises'

/** How long and how often something is tried again. */
export interface Patience {
  readonly deadlineMs: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

export const defaultPatience: Patience = { deadlineMs: 30_000, firstPauseMs: 10, longestPauseMs: 1_000 }

/**
 * Tries until it succeeds, fails for good, or the deadline passes; then it throws what it failed with last. Pauses double and each is drawn at random up to its
 * length, so that contenders do not meet again at the same moment (“full jitter”, https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export async function persist<T>(
  patience: Patience,
  mayHelp: (fault: unknown) => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  const end = performance.now() + patience.deadlineMs
  for (let length = patience.firstPauseMs; ; length = Math.min(length * 2, patience.longestPauseMs)) {
    try {
      return await attempt()
    } catch (fault) {
      const wait = Math.random() * length
      if (!mayHelp(fault) || performance.now() + wait > end) throw fault
      await pause(wait)
    }
  }
}
