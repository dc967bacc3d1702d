import { View } from '@tarojs/components'
import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { Field } from '../../../../components/Field'
import { Filters } from '../../../../components/Filters'
import { ListRow } from '../../../../components/ListRow'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { useUnion } from '../../../parts/use-office'
import '../../../parts/parts.scss'
import { go } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useKeptText } from '../../parts/use-kept-text'
import { Said } from '../evidence'
import { Outcome } from '../outcome'
import { itemTag, scoreText, stateName, type Assessment, type Item } from '../texts'
import { useAssessment } from '../use-assessment'
import { Deciding, Settling } from './deciding'

/** 审核申报: item by item, what is claimed first; what records tell is shown with its figures. */
export default function CheckPage() {
  const union = useUnion()
  const { of, page } = useAssessment()
  const view = page.data
  return (
    <Screen
      title={view === undefined ? '审核申报' : view.unionName}
      wide
      loading={page.loading}
      problem={page.problem}
      onRetry={page.reload}
    >
      {union !== undefined && of !== undefined && view !== undefined && (
        <Checking union={union} below={of.union} year={of.year} view={view} reload={page.reload} />
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly below: UnionId
  readonly year: number
  readonly view: Assessment
  readonly reload: () => void
}

const isWaiting = ({ state, finding }: Item) => state === 'claimed' && finding === undefined

function Checking({ union, below, year, view, reload }: Props) {
  const mayCheck = view.may.includes('check')
  const waiting = view.items.filter(isWaiting).length
  const [show, setShow] = useState<'waiting' | 'all'>(mayCheck ? 'waiting' : 'all')
  const items = show === 'all' || waiting === 0 ? view.items : view.items.filter(isWaiting)
  return (
    <View className="beside">
      <View className="beside-part">
        <Notice tone="info" title={`${view.year} 年，${view.names.join('、')}：${stateName[view.state]}`}>
          {view.result === undefined && scoreText(view.items)}
        </Notice>
        <Outcome view={view} />
        {mayCheck && <Deciding union={union} below={below} year={year} view={view} left={waiting} reload={reload} />}
        {view.may.includes('settle') && <Settling union={union} below={below} year={year} reload={reload} />}
        <SideAction
          id="check-sheet"
          label="打印评定表"
          onTap={() => void go('officer/home/standards/sheet/index', { union: below, year: String(year) })}
        />
      </View>
      <View className="beside-part">
        {mayCheck && (
          <Filters
            id="check-show"
            value={show}
            options={[
              { value: 'waiting', label: '没看的', count: waiting },
              { value: 'all', label: '全部', count: view.items.length },
            ]}
            onChange={setShow}
          />
        )}
        {items.map((item) => (
          <OneItem key={item.id} union={union} below={below} year={year} view={view} item={item} reload={reload} />
        ))}
      </View>
    </View>
  )
}

function OneItem({ union, below, year, view, item, reload }: Props & { readonly item: Item }) {
  const find = useAct(home, 'findItem')
  const [comment, setComment] = useKeptText(`finding:${below}:${year}:${item.id}`)
  const [open, setOpen] = useState(comment !== '')
  const [tried, setTried] = useState(false)
  const asked = view.questions.filter(({ question }) => item.questions.includes(question))
  const mayFind =
    view.may.includes('check') && item.state !== 'gap' && (item.state !== 'not-meant' || item.finding !== undefined)
  const settle = async (finding: 'met' | 'short') => {
    setTried(true)
    if (finding === 'short' && comment.trim() === '') return setOpen(true)
    const done = await find.run({ union, below, year, item: item.id, finding, comment })
    if (done.ok) {
      setComment('')
      setOpen(false)
      reload()
    }
  }
  const found =
    item.finding === undefined
      ? itemTag[item.state]
      : item.finding === 'met'
        ? { label: '认可', tone: 'success' as const }
        : { label: '不认可', tone: 'warning' as const }
  return (
    <ListRow
      id={`check-${item.id}`}
      title={item.label}
      note={item.text}
      tag={<Tag tone={found.tone}>{found.label}</Tag>}
    >
      <View className="detail">
        {item.figures !== '' && <View className="detail-note">{item.figures}</View>}
        {asked.map((question) => (
          <Said key={question.question} union={below} year={year} question={question} besides={item.text} />
        ))}
        {item.comment !== undefined && <Notice tone="warning">{item.comment}</Notice>}
        {mayFind && open && (
          <Field
            id={`comment-${item.id}`}
            label="差在哪里"
            value={comment}
            onInput={setComment}
            maxLength={200}
            error={tried && comment.trim() === '' ? '请写一句差在哪里' : undefined}
          />
        )}
        {find.problem !== undefined && <Notice tone="danger">{find.problem.message}</Notice>}
        {mayFind && (
          <View className="decide-pair">
            <SideAction id={`met-${item.id}`} label="认可" busy={find.busy} onTap={() => void settle('met')} />
            <SideAction id={`short-${item.id}`} label="不认可" busy={find.busy} onTap={() => void settle('short')} />
          </View>
        )}
      </View>
    </ListRow>
  )
}
