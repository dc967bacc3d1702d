import { useEffect, useRef, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'

export interface Counting {
  readonly counted: number
  readonly of: number
  readonly done: boolean
  readonly problem: Problem | undefined
  again(): void
}

/** 边数边看: a stretch after the other, as long as the page is open; what was counted stays on the server. */
export function useCount(union: UnionId | undefined, whenDone: () => void): Counting {
  const count = useAct(membership, 'countRoster')
  const [state, setState] = useState({ counted: 0, of: 0, done: false })
  const [turn, setTurn] = useState(0)
  const finished = useRef(whenDone)
  finished.current = whenDone
  const { run } = count
  useEffect(() => {
    if (union === undefined) return
    let here = true
    void (async () => {
      while (here) {
        const answer = await run({ union })
        if (!answer.ok || !here) return
        setState(answer.data)
        if (answer.data.done) return finished.current()
      }
    })()
    return () => {
      here = false
    }
  }, [union, run, turn])
  return { ...state, problem: count.problem, again: () => setTurn((before) => before + 1) }
}
