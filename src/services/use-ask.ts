import { useCallback, useEffect, useRef, useState } from 'react'
import type { FunctionContract } from '../../shared/contract/procedure'
import { ask, type InputOf, type OutputOf, type QueryOf } from './api'
import type { Problem } from './problem'

export interface Asked<T> {
  readonly data: T | undefined
  readonly loading: boolean
  readonly problem: Problem | undefined
  /** Asks again; what was known stays on the page meanwhile. */
  reload(): void
}

/** Asks when the page opens and whenever the input changes; undefined means not yet. A late answer to an earlier input is thrown away. */
export function useAsk<C extends FunctionContract, P extends QueryOf<C>>(
  contract: C,
  procedure: P,
  input: InputOf<C, P> | undefined,
): Asked<OutputOf<C, P>> {
  const [state, setState] = useState<{
    data: OutputOf<C, P> | undefined
    problem: Problem | undefined
    loading: boolean
  }>({
    data: undefined,
    problem: undefined,
    loading: input !== undefined,
  })
  const [round, setRound] = useState(0)
  const latest = useRef(input)
  latest.current = input
  const key = input === undefined ? undefined : JSON.stringify(input)
  const lastKey = useRef(key)

  useEffect(() => {
    const wanted = latest.current
    if (key === undefined || wanted === undefined) return
    let current = true
    const sameQuestion = lastKey.current === key
    lastKey.current = key
    setState((before) => ({ data: sameQuestion ? before.data : undefined, problem: undefined, loading: true }))
    ask(contract, procedure, wanted).then((answer) => {
      if (!current) return
      setState((before) =>
        answer.ok
          ? { data: answer.data, problem: undefined, loading: false }
          : { data: before.data, problem: answer.problem, loading: false },
      )
    }, reportLater)
    return () => {
      current = false
    }
  }, [contract, procedure, key, round])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}

/** A bug in a call belongs to the platform’s error log, not into a page. */
export function reportLater(fault: unknown): void {
  setTimeout(() => {
    throw fault
  })
}
