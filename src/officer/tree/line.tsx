import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { Waiting } from '../../components/Waiting'
import { ask } from '../../services/api'
import { go } from '../../services/route'
import { usePages } from '../../services/use-pages'

export type UnionRow = z.output<typeof registry.procedures.unionsInLine.output>['rows'][number]

/** 条: what is directly below, each of which opens to what is below it. */
export function Line({ union }: { readonly union: UnionId }) {
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'unionsInLine', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch, idOf: (row: UnionRow) => row.union })
  if (pages.problem !== undefined) return <ProblemState problem={pages.problem} onRetry={pages.reload} />
  if (!pages.loaded) return <Waiting />
  return (
    <View className="tree-level">
      {pages.rows.length === 0 && !pages.hasMore && <Empty title="下面没有工会" />}
      {pages.rows.map((row) => (
        <Branch key={row.union} row={row} />
      ))}
      {pages.hasMore && <SideAction label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </View>
  )
}

function Branch({ row }: { readonly row: UnionRow }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <View className="tree-row">
        <View className="tree-row-main">
          <Union row={row} />
        </View>
        {row.leads && (
          <TextAction id={`tree-open-${row.union}`} label={open ? '收起' : '展开'} onTap={() => setOpen(!open)} />
        )}
      </View>
      {open && (
        <View className="tree-inside">
          <Line union={row.union} />
        </View>
      )}
    </>
  )
}

/** A union of another line has a name here and no page. */
export function Union({ row: { union, name, type, mine } }: { readonly row: UnionRow }) {
  return (
    <ListRow
      id={`tree-${union}`}
      title={name}
      note={mine ? type : `${type}，归别的系统管`}
      {...(mine ? { onTap: () => void go('officer/registry/index', { union }) } : {})}
    />
  )
}
