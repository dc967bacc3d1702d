import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Problem } from './problem'

/** One page of a list that the server answers in pages; `cursor` where there is more. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly cursor?: string | undefined
}

interface State<Row, P> {
  readonly rows: readonly Row[]
  /** The page that came last: what it says besides its rows (totals, filters). */
  readonly latest?: P | undefined
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly problem?: Problem | undefined
}

export interface Pages<Row, P> extends State<Row, P> {
  readonly loaded: boolean
  readonly hasMore: boolean
  /** Begins at the first page again; what is there stays on the screen meanwhile. */
  reload(): void
  more(): void
}

interface Options<Row, P> {
  /** Asks for a page; undefined while it is not known yet what to ask. Keep it with useMemo: another function is another list. */
  readonly fetch: ((cursor: string | undefined) => Promise<Answer<P>>) | undefined
  readonly idOf: (row: Row) => string
  /** Somebody who types is waited for, so that not every letter is a search. */
  readonly pauseMs?: number
}

/** 一页一页地看. An answer that was overtaken by a newer question is dropped. */
export function usePages<Row, P extends Page<Row>>({ fetch, idOf, pauseMs = 0 }: Options<Row, P>): Pages<Row, P> {
  const [state, setState] = useState<State<Row, P>>({ rows: [], loading: true, loadingMore: false })
  const round = useRef(0)
  const id = useRef(idOf)
  id.current = idOf

  const load = useCallback(
    async (cursor: string | undefined) => {
      if (fetch === undefined) return
      const mine = cursor === undefined ? ++round.current : round.current
      const begins = cursor === undefined
      setState((before) => ({ ...before, problem: undefined, loading: begins, loadingMore: !begins }))
      const answer = await fetch(cursor)
      if (mine !== round.current) return
      setState((before) => {
        if (!answer.ok) return { ...before, loading: false, loadingMore: false, problem: answer.problem }
        const rows = begins ? answer.data.rows : appended(before.rows, answer.data.rows, id.current)
        return { rows, latest: answer.data, loading: false, loadingMore: false }
      })
    },
    [fetch],
  )
  const reload = useCallback(() => void load(undefined), [load])
  useEffect(() => {
    const timer = setTimeout(reload, pauseMs)
    return () => clearTimeout(timer)
  }, [reload, pauseMs])
  const cursor = state.latest?.cursor
  const { loadingMore } = state
  const more = useCallback(() => {
    if (cursor !== undefined && !loadingMore) void load(cursor)
  }, [cursor, loadingMore, load])
  return { ...state, loaded: state.latest !== undefined, hasMore: cursor !== undefined, reload, more }
}

/** The rows with the next page after them; one that moved between two pages is shown once, as it is now. */
export function appended<Row>(rows: readonly Row[], next: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  const newer = new Set(next.map(idOf))
  return [...rows.filter((row) => !newer.has(idOf(row))), ...next]
}
