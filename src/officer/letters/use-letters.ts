import { useMemo } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

type Row = z.output<typeof membership.procedures.letters.output>['rows'][number]

const idOf = ({ application }: Row) => application

/** 申请书的清单, newest first. */
export function useLetters(union: UnionId | undefined) {
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(membership, 'letters', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  return usePages({ fetch, idOf })
}
