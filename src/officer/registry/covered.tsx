import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

type Row = z.output<typeof registry.procedures.unitsCovered.output>['rows'][number]

/** 覆盖的单位: fetched when somebody wants to see them. */
export function Covered({ union, count }: { readonly union: UnionId; readonly count: number }) {
  const [open, setOpen] = useState(false)
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'unitsCovered', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch: open ? fetch : undefined, idOf: (row: Row) => row.unit })
  return (
    <Card title={`覆盖 ${count} 家单位`}>
      {!open && count > 0 && <SideAction id="registry-covered" label="看是哪几家" onTap={() => setOpen(true)} />}
      {pages.problem !== undefined && <Notice tone="danger">{pages.problem.message}</Notice>}
      {open && (
        <FactList
          items={pages.rows.map(({ name, place, staff }) => ({ heading: name, text: `${place}，职工 ${staff} 人` }))}
        />
      )}
      {pages.hasMore && <SideAction id="covered-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Card>
  )
}
