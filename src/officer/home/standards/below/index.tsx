import { useCallback, useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { IsoDate } from '../../../../../shared/core/time'
import { Card } from '../../../../components/Card'
import { DateField } from '../../../../components/DateField'
import { Empty } from '../../../../components/Empty'
import { Filters } from '../../../../components/Filters'
import { ListRow } from '../../../../components/ListRow'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { useUnion } from '../../../parts/use-office'
import { fullDayText, today } from '../../../../pages/today'
import { useReloadOnReturn } from '../../../../pages/use-reload-on-return'
import { ask, type OutputOf } from '../../../../services/api'
import { go } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { usePages } from '../../../../services/use-pages'
import { resultText, stateName } from '../texts'

const shown = [
  { value: 'waiting', label: '等审核' },
  { value: 'decided', label: '已评定' },
  { value: 'objected', label: '有异议' },
] as const
type Row = OutputOf<typeof home, 'assessmentsBelow'>['rows'][number]
type Show = (typeof shown)[number]['value']

const nothing: Readonly<Record<Show, string>> = {
  waiting: '没有等审核的申报',
  decided: '还没有评定过',
  objected: '没有等处理的异议',
}

/** 下级的申报: what waits here, what has a result, whose result is objected to; and the call for all below. */
export default function AssessmentsBelowPage() {
  const union = useUnion()
  const [show, setShow] = useState<Show>('waiting')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'assessmentsBelow', { union: union ?? '', show, ...(cursor === undefined ? {} : { cursor }) }),
    [union, show],
  )
  const pages = usePages({
    fetch: union === undefined ? undefined : fetch,
    idOf: (row: Row) => `${row.union}-${row.year}`,
  })
  useReloadOnReturn(pages.reload)
  const called = pages.latest?.called?.until
  return (
    <Screen title="下级的申报" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {union !== undefined && (
        <>
          <Call key={called} union={union} until={called} reload={pages.reload} />
          <Filters id="assessments" value={show} options={shown} onChange={setShow} />
          {pages.loaded && !pages.loading && pages.rows.length === 0 && (
            <Empty title={nothing[show]} note="下级工会报送以后，这里会出现。" />
          )}
          {pages.rows.map(({ union: below, unionName, year, state, result }) => (
            <ListRow
              key={`${below}-${year}`}
              id={`assessment-${below}`}
              title={unionName}
              note={`${year} 年，${result === undefined ? stateName[state] : resultText(result)}`}
              onTap={() => void go('officer/home/standards/check/index', { union, below, year: String(year) })}
            />
          ))}
          {pages.hasMore && (
            <SideAction id="assessments-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
          )}
        </>
      )}
    </Screen>
  )
}

interface CallProps {
  readonly union: UnionId
  readonly until: IsoDate | undefined
  readonly reload: () => void
}

/** 部署评定. */
function Call({ union, until: last, reload }: CallProps) {
  const call = useAct(home, 'callAssessment')
  const [day, setDay] = useState<string>()
  const [open, setOpen] = useState(false)
  const year = today().slice(0, 4)
  const send = async () => {
    const until = IsoDate.safeParse(day)
    if (until.success && (await call.run({ union, until: until.data })).ok) reload()
  }
  const note =
    last === undefined ? '一天之内，下级工会的待办里都会有，写明最后一天。' : `请下级最晚 ${fullDayText(last)}报送。`
  return (
    <Card title={last === undefined ? `${year} 年还没有部署评定` : `已部署 ${year} 年评定`} note={note}>
      {!open && (
        <SideAction id="call-open" label={last === undefined ? '部署评定' : '改最后一天'} onTap={() => setOpen(true)} />
      )}
      {open && (
        <>
          <DateField
            id="call-day"
            label="最后一天"
            value={day}
            onChange={setDay}
            start={today()}
            end={`${year}-12-31`}
          />
          {call.problem !== undefined && <Notice tone="danger">{call.problem.message}</Notice>}
          <MainAction
            id="call-send"
            label="部署"
            busy={call.busy}
            disabled={day === undefined}
            onTap={() => void send()}
          />
        </>
      )}
    </Card>
  )
}
