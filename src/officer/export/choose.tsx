import { useCallback, useMemo, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ListRow } from '../../components/ListRow'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { Waiting } from '../../components/Waiting'
import { momentText } from '../../pages/today'
import { ask } from '../../services/api'
import { useAsk } from '../../services/use-ask'
import { usePages } from '../../services/use-pages'
import { annexName, annexNote, stateName, type Chosen, type Exportable, type ExportView } from './texts'

interface Props {
  readonly union: UnionId
  readonly onChoose: (chosen: Chosen) => void
  readonly onOpen: (view: ExportView) => void
}

type Row = Exportable['rows'][number]
const idOf = (row: Row) => row.union

/** 第一步: which table, and whose; one level of the line at a time. */
export function Choose({ union, onChoose, onOpen }: Props) {
  /** The way down from one’s own union to the one whose unions are shown. */
  const [way, setWay] = useState<readonly Row[]>([])
  const under = way.at(-1)?.union ?? union
  const fetch = useMemo(
    () => (cursor: string | undefined) =>
      ask(membership, 'exportable', { union, under, ...(cursor === undefined ? {} : { cursor }) }),
    [union, under],
  )
  const pages = usePages<Row, Exportable>({ fetch, idOf })
  const earlier = useAsk(membership, 'exportedTables', { union })
  const down = useCallback((row: Row) => setWay((before) => [...before, row]), [])
  if (pages.problem !== undefined) return <ProblemState problem={pages.problem} onRetry={pages.reload} />
  if (!pages.loaded || pages.latest === undefined) return <Waiting />
  const { name, leads } = pages.latest
  const here = way.at(-1)
  const mayHere = here === undefined || here.checked
  const choices = (
    ['roster', 'letter', ...(leads && here === undefined ? ['organisation' as const] : [])] as const
  ).map((annex) => (
    <ListRow
      key={annex}
      id={`export-${annex}`}
      title={annexName[annex]}
      note={annexNote[annex]}
      onTap={() => onChoose({ of: under, ofName: name, annex })}
    />
  ))
  return (
    <>
      <Card title={name} note={mayHere ? '导出哪一张表？' : '本期上报还没有逐级审核完，花名册不能导出。'} />
      {mayHere && choices}
      {here !== undefined && (
        <TextAction id="export-up" label="回上一级" onTap={() => setWay((before) => before.slice(0, -1))} />
      )}
      {pages.rows.length > 0 && <Card title="下级工会" note="审核无误的才能导出（逐级审核）。" />}
      {pages.rows.map((row) => (
        <ListRow
          key={row.union}
          id={`export-below-${row.union}`}
          title={row.name}
          tag={<Tag tone={row.checked ? 'success' : 'neutral'}>{row.checked ? '已审核' : '未审核'}</Tag>}
          {...(row.checked || row.leads ? { onTap: () => down(row) } : {})}
        />
      ))}
      {pages.hasMore && <SideAction id="export-more" label="看更多" onTap={pages.more} />}
      {here === undefined && (earlier.data?.rows ?? []).length > 0 && <Card title="我导出过的" />}
      {here === undefined &&
        (earlier.data?.rows ?? []).map((row) => (
          <ListRow
            key={row.export}
            id={`export-earlier-${row.export}`}
            title={`${row.ofName} ${annexName[row.annex]}`}
            note={`${stateName[row.state]} · ${momentText(row.touchedAt)}`}
            {...(row.state === 'removed' ? {} : { onTap: () => onOpen(row) })}
          />
        ))}
    </>
  )
}
