import type { JoinDraft } from '../../../shared/membership/joining'

const quietMs = 800
const retryMs = 5000

/** 自动存草稿: waits until the typing pauses, saves one after the other, tries again after a failure, and never says anything. */
export interface DraftSaver {
  offer(draft: JoinDraft): void
  /** Saves at once, when the page is about to go away. */
  flush(): void
  /** No more saves; resolves when the one under way has ended, so that it cannot bring back a draft that was sent. */
  stop(): Promise<void>
  /** Saves again, after sending failed. */
  resume(): void
}

export function draftSaver(save: (draft: JoinDraft) => Promise<boolean>): DraftSaver {
  let latest: { draft: JoinDraft; text: string } | undefined
  let savedText: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  function schedule(delayMs: number) {
    clearTimeout(timer)
    timer = setTimeout(start, delayMs)
  }

  function start() {
    clearTimeout(timer)
    running = running.then(saveLatest)
  }

  async function saveLatest() {
    if (stopped || latest === undefined || latest.text === savedText) return
    const { draft, text } = latest
    if (await save(draft)) savedText = text
    else if (!stopped) schedule(retryMs)
  }

  return {
    offer(draft) {
      const text = JSON.stringify(draft)
      if (stopped || text === latest?.text) return
      latest = { draft, text }
      schedule(quietMs)
    },
    flush() {
      if (!stopped) start()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      return running
    },
    resume() {
      stopped = false
      if (latest !== undefined && latest.text !== savedText) schedule(quietMs)
    },
  }
}
