import type { z } from 'zod'
import { session, type Me } from '../../../shared/contract/session'
import { UnionId } from '../../../shared/core/ids'
import type { Problem } from '../../services/problem'
import { useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'

export type Office = z.infer<typeof Me>['offices'][number]

export interface OfficeState {
  /** The office that the page’s `union` parameter names, else the first. */
  readonly office: Office | undefined
  readonly offices: readonly Office[]
  readonly loading: boolean
  readonly problem: Problem | undefined
  /** Known, and there is no office: somebody came here who holds none. */
  readonly none: boolean
  reload(): void
}

/** 我在哪个工会任职. */
export function useOffice(): OfficeState {
  const wanted = useParams()['union']
  const me = useAsk(session, 'me', {})
  const offices = me.data?.offices ?? []
  const office = offices.find(({ union }) => union === wanted) ?? offices[0]
  return {
    office,
    offices,
    loading: me.loading,
    problem: me.problem,
    none: me.data !== undefined && office === undefined,
    reload: me.reload,
  }
}

/** The page’s `union` parameter. */
export function useUnion(): UnionId | undefined {
  const read = UnionId.safeParse(useParams()['union'])
  return read.success ? read.data : undefined
}
