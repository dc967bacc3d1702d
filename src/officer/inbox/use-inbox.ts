import { useCallback, useEffect, useRef, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { InboxRow } from '../../../shared/contract/membership-views'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'
import { appended } from './pages'

interface State {
  readonly rows: readonly InboxRow[]
  readonly cursor?: string | undefined
  readonly total: number
  readonly loaded: boolean
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly problem?: Problem | undefined
}

const begun: State = { rows: [], total: 0, loaded: false, loading: true, loadingMore: false }

/** 收件箱, page by page. A reload begins at the first page again; what is there stays on the screen meanwhile. */
export function useInbox(union: UnionId | undefined) {
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
      const answer = await ask(membership, 'inbox', { union, ...(cursor === undefined ? {} : { cursor }) })
      if (mine !== round.current) return
      setState((before) =>
        answer.ok
          ? {
              rows: cursor === undefined ? answer.data.rows : appended(before.rows, answer.data.rows),
              cursor: answer.data.cursor,
              total: answer.data.total,
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
