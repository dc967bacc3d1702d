import { Text } from '@tarojs/components'
import { useMemo } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { ListRow } from '../../components/ListRow'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { ask } from '../../services/api'
import { go } from '../../services/route'
import { usePages } from '../../services/use-pages'
import '../parts/parts.scss'

type Child = z.output<typeof registry.procedures.unionsBelow.output>['unions'][number]
type Children = { readonly rows: readonly Child[]; readonly cursor: string | undefined }

/** 下级工会: one level down, each with its own page of officers. */
export function Below({ union }: { readonly union: UnionId }) {
  const fetch = useMemo(
    () => async (cursor: string | undefined) => {
      const answer = await ask(registry, 'unionsBelow', { union, ...(cursor === undefined ? {} : { cursor }) })
      if (!answer.ok) return answer
      const { unions: rows, cursor: next } = answer.data
      return { ok: true as const, data: { rows, cursor: next } }
    },
    [union],
  )
  const below = usePages<Child, Children>({ fetch, idOf: (child) => child.union })
  if (below.problem !== undefined) return <ProblemState problem={below.problem} onRetry={below.reload} />
  if (below.rows.length === 0) return null
  return (
    <>
      <Text className="detail-note">下级工会</Text>
      {below.rows.map((child) => (
        <ListRow
          key={child.union}
          id={`below-${child.union}`}
          title={child.name}
          note={child.leads ? '下面还有工会' : '任命主席、看任期'}
          onTap={() => void go('officer/officers/index', { union: child.union })}
        />
      ))}
      {below.hasMore && <SideAction id="below-more" label="再看一些" busy={below.loadingMore} onTap={below.more} />}
    </>
  )
}
