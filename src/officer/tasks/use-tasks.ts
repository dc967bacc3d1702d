import { useMemo } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { TaskRow } from '../../../shared/contract/membership-tasks'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

const idOf = ({ task }: TaskRow) => task

/** 待办: the nearest due date first. */
export function useTasks(union: UnionId | undefined) {
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(membership, 'tasks', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  return usePages({ fetch, idOf })
}
