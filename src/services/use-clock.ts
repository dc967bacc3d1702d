import { useEffect, useRef, useState } from 'react'

/** Runs again and again while it is wanted; a run that takes longer than the pause is not overtaken by the next. */
export function useEvery(milliseconds: number, run: () => Promise<void>, wanted: boolean): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!wanted) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const next = () => {
      timer = setTimeout(() => {
        void latest.current().finally(() => {
          if (!stopped) next()
        })
      }, milliseconds)
    }
    next()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [milliseconds, wanted])
}

/** Whole seconds from now on. Counted from when it was first shown, not from the phone’s clock, which may be wrong. */
export function useSecondsLeft(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    setLeft(seconds)
    const timer = setInterval(() => setLeft(Math.max(0, Math.round((end - Date.now()) / 1000))), 500)
    return () => clearInterval(timer)
  }, [seconds, since])
  return left
}
