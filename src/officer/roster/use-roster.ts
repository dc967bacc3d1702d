import { useCallback, useEffect, useRef, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { RosterRow } from '../../../shared/contract/membership-views'
import type { UnionId, UnitId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'

interface State {
  readonly rows: readonly RosterRow[]
  readonly units: readonly { readonly unit: UnitId; readonly name: string }[]
  readonly cursor?: string | undefined
  readonly total: number
  readonly loaded: boolean
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly problem?: Problem | undefined
}

const begun: State = { rows: [], units: [], total: 0, loaded: false, loading: true, loadingMore: false }
/** Somebody who types is waited for, so that not every letter is a search. */
const pauseMs = 350

/** 花名册, page by page, searched while typing. */
export function useRoster(union: UnionId | undefined, search: string, unit: string | undefined) {
  const [state, setState] = useState<State>(begun)
  const round = useRef(0)
  const load = useCallback(
    async (cursor: string | undefined) => {
      if (union === undefined) return
      const mine = cursor === undefined ? ++round.current : round.current
      setState((before) => ({
        ...before,
        problem: undefined,
        loading: cursor === undefined,
        loadingMore: cursor !== undefined,
      }))
      const answer = await ask(membership, 'roster', {
        union,
        ...(search === '' ? {} : { search }),
        ...(unit === undefined ? {} : { unit }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      if (mine !== round.current) return
      setState((before) => {
        if (!answer.ok) return { ...before, loading: false, loadingMore: false, problem: answer.problem }
        const { rows, units, total } = answer.data
        return {
          rows: cursor === undefined ? rows : [...before.rows, ...rows],
          units,
          total,
          cursor: answer.data.cursor,
          loaded: true,
          loading: false,
          loadingMore: false,
        }
      })
    },
    [union, search, unit],
  )
  const reload = useCallback(() => void load(undefined), [load])
  useEffect(() => {
    const timer = setTimeout(reload, search === '' ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [reload, search])
  const { cursor, loadingMore } = state
  const more = useCallback(() => {
    if (cursor !== undefined && !loadingMore) void load(cursor)
  }, [cursor, loadingMore, load])
  return { ...state, hasMore: cursor !== undefined, reload, more }
}
