import { runClock } from '../cloudfunctions/clock/jobs'
import type { Runtime } from '../cloudfunctions/_kernel/runtime'

const everyMs = 30_000

export interface LocalClock {
  /** No more jobs; resolves when the one under way is done. */
  stop(): Promise<void>
}

/** Stands in for the platform’s timer: the jobs of `clock`, twice a minute, never two rounds at once. */
export function startClock(runtime: Runtime, pauseMs = everyMs): LocalClock {
  let round: Promise<unknown> = Promise.resolve()
  let stopped = false
  let timer = setTimeout(next, pauseMs)
  function next(): void {
    round = runClock(runtime).then(() => {
      if (!stopped) timer = setTimeout(next, pauseMs)
    })
  }
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
