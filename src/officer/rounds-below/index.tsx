import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { roundProcedures } from '../../../shared/contract/membership-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Filters } from '../../components/Filters'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { fullDayText } from '../../pages/today'
import { ask } from '../../services/api'
import { back } from '../../services/route'
import { useAct } from '../../services/use-act'
import { usePages } from '../../services/use-pages'
import { useAsk } from '../../services/use-ask'
import { useOffice, useUnion } from '../parts/use-office'
import { stateText, stateTone } from '../parts/round-texts'
import { Checking } from './checking'
import './index.scss'
import { Summary } from './summary'
import { reportText, reportTone } from './texts'

type Row = z.output<typeof roundProcedures.roundsBelow.output>['rows'][number]
type Show = 'all' | 'unchecked' | 'reported'

/** 下级工会核对到哪了. */
export default function RoundsBelowPage() {
  const union = useUnion()
  const [show, setShow] = useState<Show>('unchecked')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(membership, 'roundsBelow', { union: union ?? '', show, ...(cursor === undefined ? {} : { cursor }) }),
    [union, show],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.union })
  const reports = useAsk(membership, 'reportsBelow', union === undefined ? undefined : { union })
  const { office } = useOffice()
  const rights = office?.union === union ? (office?.rights ?? []) : []
  const leads = office?.union !== union || office?.leads === true
  const again = () => {
    reports.reload()
    pages.reload()
  }
  return (
    <Screen
      title={leads ? '下级工会核对、上报' : '本会的上报'}
      wide
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
    >
      {union !== undefined && reports.data !== undefined && (
        <View className="below">
          <Summary union={union} reports={reports.data} maySend={rights.includes('officers')} onSent={again} />
        </View>
      )}
      {leads && (
        <Filters
          id="below"
          value={show}
          options={[
            { value: 'unchecked', label: '没上报' },
            { value: 'reported', label: '待审核' },
            { value: 'all', label: '全部' },
          ]}
          onChange={setShow}
        />
      )}
      {leads && pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty title={emptyText[show]} action={{ label: '返回', onTap: () => void back() }} />
      )}
      {union !== undefined && (
        <View className="below">
          {pages.rows.map((row) => (
            <Below
              key={row.union}
              union={union}
              row={row}
              period={pages.latest?.period ?? ''}
              mayCheck={rights.includes('approve')}
              onDone={again}
            />
          ))}
        </View>
      )}
      {pages.hasMore && <SideAction id="below-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}

const emptyText = {
  unchecked: '下级工会都上报了',
  reported: '没有等您审核的',
  all: '没有下级工会',
} as const satisfies Record<Show, string>

interface BelowProps {
  readonly union: UnionId
  readonly row: Row
  readonly period: string
  readonly mayCheck: boolean
  readonly onDone: () => void
}

function Below({ union, row, period, mayCheck, onDone }: BelowProps) {
  const nudge = useAct(membership, 'nudgeRound')
  const [told, setTold] = useState<number>()
  const { name, state, dueOn, lastClosedOn, members, report } = row
  const send = async () => {
    const done = await nudge.run({ union, below: row.union })
    if (done.ok) setTold(done.data.told)
  }
  const last =
    lastClosedOn === undefined ? '还没有核对过' : `上次 ${fullDayText(lastClosedOn)}，会员 ${members ?? 0} 人`
  return (
    <Card title={name} note={`${fullDayText(dueOn)}到期 · ${last}`}>
      <View className="below-line">
        <Tag tone={stateTone[state]}>{stateText[state]}</Tag>
        {report !== undefined && <Tag tone={reportTone[report.state]}>{reportText[report.state]}</Tag>}
        {mayNudge(row) && told === undefined && (
          <View className="below-nudge">
            <SideAction id={`nudge-${row.union}`} label="催一下" busy={nudge.busy} onTap={() => void send()} />
          </View>
        )}
      </View>
      {report !== undefined && (
        <Checking union={union} below={row.union} period={period} report={report} mayCheck={mayCheck} onDone={onDone} />
      )}
      {nudge.problem !== undefined && <Notice tone="danger">{nudge.problem.message}</Notice>}
      {told !== undefined && (
        <Notice tone="success">
          {told === 0 ? '那里现在没有主席，请先任命。' : `已经告诉 ${told} 位主席、副主席。`}
        </Notice>
      )}
    </Card>
  )
}

/** An open round, or a report that is still to come. */
function mayNudge({ state, report }: Row): boolean {
  if (state === 'open' || state === 'overdue') return true
  return state === 'closed' && (report === undefined || report.state === 'returned')
}
