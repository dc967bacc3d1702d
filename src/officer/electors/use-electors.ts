import { useMemo } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ElectorRow, ElectorsShown } from '../../../shared/contract/review-electorate'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

const pauseMs = 600
const idOf = ({ person }: ElectorRow) => person

interface Which {
  readonly union: UnionId | undefined
  readonly review: ReviewId | undefined
  readonly show: ElectorsShown
  readonly search: string
}

/** 选民名单, searched while typing. A search goes through the list a stretch at a time: `hasMore` says that there is another. */
export function useElectors({ union, review, show, search }: Which) {
  const fetch = useMemo(
    () =>
      union === undefined || review === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(contract, 'electorList', {
              union,
              review,
              show,
              ...(search === '' ? {} : { search }),
              ...(cursor === undefined ? {} : { cursor }),
            }),
    [union, review, show, search],
  )
  return usePages({ fetch, idOf, pauseMs: search === '' ? 0 : pauseMs })
}
