import { useCallback, useState } from 'react'
import { home } from '../../../../shared/contract/home'
import type { UnionId } from '../../../../shared/core/ids'
import type { ManagementKind } from '../../../../shared/home/management/facts'
import { kindsOf, type Duty } from '../../../../shared/home/management/standing'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { useUnion } from '../../parts/use-office'
import { fullDayText } from '../../../pages/today'
import { useReloadOnReturn } from '../../../pages/use-reload-on-return'
import { ask, type OutputOf } from '../../../services/api'
import { go } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { appended, usePages } from '../../../services/use-pages'
import { Row } from './row'
import { directorsText, dutyText, kindNote, nameOf, supervisorsText } from './texts'

type View = OutputOf<typeof home, 'managementOfUnion'>

const wayOf: Readonly<Record<Duty, string>> = {
  'member-congress': 'officer/home/meetings/index',
  'staff-congress': 'officer/home/meetings/index',
  disclosure: 'officer/home/management/write/index',
  accounts: 'officer/publications/index',
  appraisal: 'officer/home/management/write/index',
}

/** 民主管理: this year’s duties, how boards and contracts stand, and what is on record. */
export default function ManagementPage() {
  const union = useUnion()
  const page = useAsk(home, 'managementOfUnion', union === undefined ? undefined : { union })
  useReloadOnReturn(page.reload)
  const view = page.data
  return (
    <Screen title="民主管理" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {union !== undefined && view !== undefined && (
        <>
          {view.duties.length > 0 && (
            <Card id="management-year" title={`${view.year} 年要办的事`} note="办了、登记了，这里自动打勾。" />
          )}
          {view.duties.map(({ duty, left }) => (
            <ListRow
              key={duty}
              id={`duty-${duty}`}
              title={dutyText[duty]}
              tag={<Tag tone={left ? 'warning' : 'success'}>{left ? '还没有' : '有了'}</Tag>}
              {...(left && view.mine ? { onTap: () => void go(wayOf[duty], { union, kind: duty }) } : {})}
            />
          ))}
          {kindsOf[view.category].map((kind) => (
            <Section key={kind} union={union} kind={kind} view={view} onDropped={page.reload} />
          ))}
        </>
      )}
    </Screen>
  )
}

interface SectionProps {
  readonly union: UnionId
  readonly kind: ManagementKind
  readonly view: View
  readonly onDropped: () => void
}

function Section({ union, kind, view, onDropped }: SectionProps) {
  const [all, setAll] = useState(false)
  const start = startOf(view, kind)
  // With the page they are asked for anew: something was amended or dropped.
  const fetch = useCallback(
    (cursor = startOf(view, kind)) => ask(home, 'managementOfKind', { union, kind, cursor }),
    [union, kind, view],
  )
  const asking = all && start !== undefined
  const pages = usePages({ fetch: asking ? fetch : undefined, idOf: (row: View['rows'][number]) => row.id })
  const newest = view.rows.filter(({ facts }) => facts.kind === kind)
  const rows = asking ? appended(newest, pages.rows, ({ id }) => id) : newest
  const hasMore = asking && pages.loaded ? pages.hasMore : start !== undefined
  const told = standingText(kind, view)
  const name = nameOf(kind, view.category)
  return (
    <>
      <Card title={name} note={kindNote[kind]}>
        {told !== undefined && <Notice tone={told.tone}>{told.text}</Notice>}
        {view.mine && (
          <SideAction
            id={`management-write-${kind}`}
            label={`登记${name}`}
            onTap={() => void go('officer/home/management/write/index', { union, kind })}
          />
        )}
      </Card>
      {rows.map((row) => (
        <Row key={row.id} union={union} row={row} mine={view.mine} onDropped={onDropped} />
      ))}
      {pages.problem !== undefined && <Notice tone="danger">{pages.problem.message}</Notice>}
      {hasMore && (
        <SideAction
          id={`management-more-${kind}`}
          label="看更早的"
          busy={asking && (pages.loading || pages.loadingMore)}
          onTap={() => (!all ? setAll(true) : pages.loaded ? pages.more() : pages.reload())}
        />
      )}
    </>
  )
}

/** Where those begin that the page has not. */
function startOf({ more }: View, kind: ManagementKind): string | undefined {
  return more.find((one) => one.kind === kind)?.cursor
}

function standingText(
  kind: ManagementKind,
  { board, contract }: View,
): { readonly tone: 'success' | 'warning' | 'info'; readonly text: string } | undefined {
  if (kind === 'board') {
    const short = board.directors === 'short' || board.supervisors === 'short' || board.directors === 'unknown'
    const text = `${directorsText[board.directors]}${supervisorsText[board.supervisors]}`
    return { tone: short ? 'warning' : board.supervisors === 'unknown' ? 'info' : 'success', text }
  }
  if (kind !== 'contract') return undefined
  switch (contract.state) {
    case 'none':
      return { tone: 'warning', text: '现在没有在有效期里的集体合同。' }
    case 'ending':
      return { tone: 'warning', text: `${fullDayText(contract.until)}到期，请准备协商续签。` }
    case 'running':
      return { tone: 'success', text: `有效，到 ${fullDayText(contract.until)}。` }
  }
}
