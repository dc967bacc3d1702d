import { View } from '@tarojs/components'
import { home } from '../../../../shared/contract/home'
import { Card } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { ListRow } from '../../../components/ListRow'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { useUnion } from '../../parts/use-office'
import '../../parts/parts.scss'
import { fullDayText } from '../../../pages/today'
import { useReloadOnReturn } from '../../../pages/use-reload-on-return'
import { go } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { callThatWaits, itemTag, placePage, resultText, scoreText, sendByText, stateName, type Standing } from './texts'

/** 对照标准: where the union stands by what is on record anyway; the gap whose mending lifts most comes first. */
export default function StandingPage() {
  const union = useUnion()
  const page = useAsk(home, 'standing', union === undefined ? undefined : { union })
  const start = useAct(home, 'startAssessment')
  useReloadOnReturn(page.reload)
  const standing = page.data
  const call = standing === undefined ? undefined : callThatWaits(standing)
  const open = (year: number) => void go('officer/home/standards/assessment/index', { union, year: String(year) })
  const apply = async (year: number) => {
    if (union !== undefined && (await start.run({ union })).ok) open(year)
  }
  return (
    <Screen
      title="对照标准"
      loading={page.loading}
      problem={page.problem}
      onRetry={page.reload}
      footer={
        standing === undefined ? undefined : (
          <Foot standing={standing} busy={start.busy} onApply={() => void apply(standing.year)} onOpen={open} />
        )
      }
    >
      {standing !== undefined && union !== undefined && (
        <>
          {start.problem !== undefined && <Notice tone="danger">{start.problem.message}</Notice>}
          {call !== undefined && (
            <Notice tone="warning" title={`${call.by}部署了今年的评定`}>
              {sendByText(call.until)}
            </Notice>
          )}
          {standing.ageUnknown && (
            <Notice tone="info" title="还没有登记建会时间，先按“六有”对照。">
              满五年的工会对照“六个规范”。
            </Notice>
          )}
          <Gaps standing={standing} union={union} />
          <Lists standing={standing} union={union} />
          {standing.results.map((result) => (
            <ListRow
              key={result.year}
              id={`result-${result.year}`}
              title={`${result.year} 年评定`}
              note={`${resultText(result)}，${fullDayText(result.on)}`}
              onTap={() => open(result.year)}
            />
          ))}
        </>
      )}
    </Screen>
  )
}

interface FootProps {
  readonly standing: Standing
  readonly busy: boolean
  readonly onApply: () => void
  readonly onOpen: (year: number) => void
}

function Foot({ standing: { assessment, mayApply, year }, busy, onApply, onOpen }: FootProps) {
  const label = assessment === undefined ? '' : `${assessment.year} 年申报：${stateName[assessment.state]}`
  const apply = <MainAction id="standing-apply" label={`申报 ${year} 年评定`} busy={busy} onTap={onApply} />
  if (assessment === undefined) return mayApply ? apply : null
  const open = () => onOpen(assessment.year)
  if (!mayApply) return <MainAction id="standing-open" label={label} onTap={open} />
  return (
    <>
      {apply}
      {assessment.year !== year && <SideAction id="standing-open" label={label} onTap={open} />}
    </>
  )
}

const toPlace = (place: Standing['gaps'][number]['place'], union: string) =>
  place === undefined ? {} : { onTap: () => void go(placePage[place], { union }) }

function Lists({ standing: { standards }, union }: { readonly standing: Standing; readonly union: string }) {
  return (
    <>
      {standards.map(({ key, name, source, items }) => (
        <Card key={key} title={name} note={`${scoreText(items)}。依据：${source}`}>
          <Fold summary="逐条看" id={`standing-${key}`}>
            <View className="detail">
              {items.map(({ id, label, text, state, metrics }) => (
                <ListRow
                  key={id}
                  id={`item-${id}`}
                  title={label}
                  note={text}
                  tag={<Tag tone={itemTag[state].tone}>{itemTag[state].label}</Tag>}
                  {...toPlace(metrics.find(({ place }) => place !== undefined)?.place, union)}
                >
                  {metrics
                    .filter((metric) => metric.state !== 'ask' && metric.state !== 'not-meant')
                    .map((metric) => (
                      <View key={metric.name} className="detail-note">{`${metric.name}：${metric.text}`}</View>
                    ))}
                </ListRow>
              ))}
            </View>
          </Fold>
        </Card>
      ))}
    </>
  )
}

function Gaps({ standing: { gaps }, union }: { readonly standing: Standing; readonly union: string }) {
  if (gaps.length === 0)
    return (
      <Notice tone="success" title="登记里没有差距。">
        登记里看不出的，申报的时候再说明。
      </Notice>
    )
  return (
    <Card title="先补这几样" note="排在前面的，补上以后达到的条目最多">
      <View className="detail">
        {gaps.map(({ name, text, place, lifts, labels }) => (
          <ListRow
            key={name}
            id={`gap-${name}`}
            title={name}
            note={`${text}。关系到：${labels.join('、')}`}
            {...(lifts > 0 ? { tag: <Tag tone="red">{`＋${lifts} 条`}</Tag> } : {})}
            {...toPlace(place, union)}
          />
        ))}
      </View>
    </Card>
  )
}
