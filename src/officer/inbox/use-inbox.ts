import { useMemo } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { InboxRow } from '../../../shared/contract/membership-views'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

const idOf = ({ application }: InboxRow) => application

/** 收件箱: the nearest due date first. */
export function useInbox(union: UnionId | undefined) {
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(membership, 'inbox', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch, idOf })
  return { ...pages, total: pages.latest?.total ?? 0 }
}
