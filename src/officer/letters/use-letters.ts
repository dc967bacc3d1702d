import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'

type Row = z.output<typeof membership.procedures.letters.output>['rows'][number]

interface State {
  readonly rows: readonly Row[]
  readonly cursor?: string | undefined
  readonly loaded: boolean
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly problem?: Problem | undefined
}

/** 申请书的清单, newest first. */
export function useLetters(union: UnionId | undefined) {
  const [state, setState] = useState<State>({ rows: [], loaded: false, loading: true, loadingMore: false })
  const load = useCallback(
    async (cursor: string | undefined) => {
      if (union === undefined) return
      setState((before) => ({
        ...before,
        problem: undefined,
        loading: cursor === undefined,
        loadingMore: cursor !== undefined,
      }))
      const answer = await ask(membership, 'letters', { union, ...(cursor === undefined ? {} : { cursor }) })
      setState((before) =>
        answer.ok
          ? {
              rows: cursor === undefined ? answer.data.rows : [...before.rows, ...answer.data.rows],
              cursor: answer.data.cursor,
              loaded: true,
              loading: false,
              loadingMore: false,
            }
          : { ...before, loading: false, loadingMore: false, problem: answer.problem },
      )
    },
    [union],
  )
  const reload = useCallback(() => void load(undefined), [load])
  useEffect(reload, [reload])
  const { cursor, loadingMore } = state
  const more = useCallback(() => {
    if (cursor !== undefined && !loadingMore) void load(cursor)
  }, [cursor, loadingMore, load])
  return { ...state, hasMore: cursor !== undefined, reload, more }
}
