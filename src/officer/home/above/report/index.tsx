import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { Card } from '../../../../components/Card'
import { Field } from '../../../../components/Field'
import { ListRow } from '../../../../components/ListRow'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { useOffice, useUnion } from '../../../parts/use-office'
import { fullDayText, momentText } from '../../../../pages/today'
import { ask, type OutputOf } from '../../../../services/api'
import { go, useParams } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { usePages } from '../../../../services/use-pages'
import { useKeptText } from '../../parts/use-kept-text'
import '../above.scss'

type Report = OutputOf<typeof home, 'homeReport'>
type Sent = NonNullable<Report['sent']>

/** 建家情况报送: until when, one's own, and who below has sent theirs. */
export default function HomeReportPage() {
  const union = useUnion()
  const { offices } = useOffice()
  const { year } = useParams()
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'homeReport', {
        union: union ?? '',
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, year],
  )
  const pages = usePages({
    fetch: union === undefined ? undefined : fetch,
    idOf: (row: Report['rows'][number]) => row.union,
  })
  const report = pages.latest
  const sends = offices.find((one) => one.union === union)?.rights.includes('officers') === true
  return (
    <Screen title="建家情况报送" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {union !== undefined && report !== undefined && (
        <View className="home-list home-columns">
          <Card title={`${report.year} 年建家情况`} note={dueText(report)}>
            {report.sent === undefined ? (
              <Notice tone={isLate(report) ? 'danger' : 'info'}>
                {report.upperName === undefined
                  ? '本会上面没有工会，不用报。'
                  : isLate(report)
                    ? `还没有报${report.upperName}，已经晚了，请尽快补报，会写明迟报。`
                    : `还没有报${report.upperName}。`}
              </Notice>
            ) : (
              <Notice
                tone="success"
                title={`${momentText(report.sent.at)}报了${report.upperName ?? ''}${lateText(report.sent)}`}
              >
                {numbersOf(report.sent)}
              </Notice>
            )}
            <SideAction
              id="report-summary"
              label="看汇总，打印"
              onTap={() => void go('officer/home/above/summary/index', { union })}
            />
            <SideAction
              id="report-other"
              label={`看 ${report.other} 年的`}
              onTap={() => void go('officer/home/above/report/index', { union, year: String(report.other) })}
            />
          </Card>
          {sends && report.open && report.upperName !== undefined && (
            <Send
              key={report.sent?.at ?? 'first'}
              union={union}
              year={report.year}
              upperName={report.upperName}
              sent={report.sent}
              onSent={pages.reload}
            />
          )}
          {report.reported.of > 0 && (
            <Notice tone="info">{`下级已报 ${report.reported.sent} / ${report.reported.of}`}</Notice>
          )}
          {pages.rows.map(({ union: id, name, sent }) => (
            <ListRow
              key={id}
              id={`report-${id}`}
              title={name}
              note={sent === undefined ? '还没有报' : `${momentText(sent.at)}报的${lateText(sent)}；${numbersOf(sent)}`}
              tag={<Tag tone={sent === undefined ? 'warning' : 'success'}>{sent === undefined ? '未报' : '已报'}</Tag>}
            >
              {sent?.text}
            </ListRow>
          ))}
          {pages.hasMore && <SideAction id="report-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
        </View>
      )}
    </Screen>
  )
}

/** 晚了 (report-day.ts), and may still be sent. */
const isLate = ({ late, open }: Report) => late && open

function dueText({ dueOn, source }: Report): string {
  return dueOn === undefined ? '本地没有规定报送的日子' : `${fullDayText(dueOn)}为止（${source}）`
}

const numbersOf = ({ reached }: Sent) => `达标 ${reached.met} 家，共 ${reached.of} 家，有差距 ${reached.gap} 家`

const lateText = ({ late }: Sent) => (late === undefined ? '' : '（迟报）')

interface SendProps {
  readonly union: string
  readonly year: number
  readonly upperName: string
  readonly sent: Sent | undefined
  readonly onSent: () => void
}

/** 写几句, and the numbers go along by themselves. */
function Send({ union, year, upperName, sent, onSent }: SendProps) {
  const act = useAct(home, 'sendHomeReport')
  const [text, setText] = useKeptText(`report:${union}:${year}`, sent?.text)
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (text.trim().length < 10) return
    if (!(await act.run({ union, year, text: text.trim() })).ok) return
    setText('')
    onSent()
  }
  const problem =
    act.problem?.kind === 'refused' ? (act.problem.fields['text'] ?? act.problem.message) : act.problem?.message
  return (
    <Card title={sent === undefined ? `报${upperName}` : '改了再报'}>
      <Field
        id="report-text"
        label="做法和经验，写几句"
        value={text}
        maxLength={800}
        multiline
        hint="达标、差距的数由系统带上，不用写"
        onInput={setText}
        error={tried && text.trim().length < 10 ? '请至少写 10 个字' : problem}
      />
      <MainAction id="report-send" label={`报${upperName}`} busy={act.busy} onTap={() => void send()} />
    </Card>
  )
}
