import { useMemo } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { RosterGroup } from '../../../shared/contract/membership-roster'
import type { RosterRow } from '../../../shared/contract/membership-views'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

const pauseMs = 350
const idOf = ({ person }: RosterRow) => person

/** 花名册, searched while typing. */
export function useRoster(
  union: UnionId | undefined,
  search: string,
  unit: string | undefined,
  state: RosterRow['state'],
  group: RosterGroup | undefined,
) {
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(membership, 'roster', {
              union,
              // Whoever is looked for by name is found in whatever state.
              ...(search === '' ? { state, ...(group === undefined ? {} : { group }) } : { search }),
              ...(unit === undefined ? {} : { unit }),
              ...(cursor === undefined ? {} : { cursor }),
            }),
    [union, search, unit, state, group],
  )
  const pages = usePages({
    fetch,
    idOf,
    pauseMs: search === '' ? 0 : pauseMs,
  })
  return {
    ...pages,
    units: pages.latest?.units ?? [],
    total: pages.latest?.total ?? 0,
    countedAt: pages.latest?.countedAt,
  }
}
