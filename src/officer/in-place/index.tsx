import { View } from '@tarojs/components'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Fold } from '../../components/Fold'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Steps } from '../../components/Steps'
import { dayText } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { taskName } from '../parts/task-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { meanwhile, sinceText, wayHere } from './texts'

type Found = z.output<typeof membership.procedures.inPlace.output>

const title = '下级工会没有干部'

/** 空缺工会的待办: a round or a list that came up because nobody is in office below. Appointing somebody is what helps; the rest can be begun from here. */
export default function InPlacePage() {
  const union = useUnion()
  const task = useParams()['task']
  const asked = useAsk(membership, 'inPlace', union === undefined || task === undefined ? undefined : { union, task })
  useReloadOnReturn(asked.reload)
  const found = asked.data
  if (union !== undefined && task !== undefined && found?.open === true)
    return <Open union={union} task={task} found={found} />
  return (
    <Screen title={title} loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {found !== undefined && (
        <Empty
          title="不用您办了"
          note={
            found.office.kind === 'held'
              ? `${found.belowName}有干部在任，这件${taskName(found.kind)}由他们办。`
              : '这件已经办好了。'
          }
          action={{ id: 'task-done', label: '返回', onTap: () => void back() }}
        />
      )}
    </Screen>
  )
}

interface OpenProps {
  readonly union: UnionId
  readonly task: string
  readonly found: Found
}

function Open({ union, task, found: { kind, below, belowName, office, mayAppoint, dueOn, steps } }: OpenProps) {
  const { label, note } = meanwhile[kind]
  const look = () =>
    kind === 'half-year-round'
      ? go('officer/round/index', { union: below, desk: union })
      : go('officer/clean/index', { union: below, desk: union, task })
  const appoint = (
    <View className="decide">
      <MainAction
        id="in-place-appoint"
        label="任命干部"
        onTap={() => void go('officer/officers/index', { union: below })}
      />
      <SideAction id="in-place-look" label={label} onTap={() => void look()} />
    </View>
  )
  const lookOnly = <MainAction id="in-place-look" label={label} onTap={() => void look()} />
  return (
    <Screen title={title} footer={mayAppoint ? appoint : lookOnly}>
      <Notice id="in-place-whose" tone="warning" title={belowName}>
        {office.kind === 'vacant' ? sinceText(office.since) : '刚有干部到任，这件很快退回给他们。'}
      </Notice>
      <Card title={`这里的“${taskName(kind)}”交到您这里`} note={`最晚 ${dayText(dueOn)}`}>
        <View className="detail-note">{note}</View>
      </Card>
      <Notice tone="info">
        {mayAppoint
          ? '先任命一位主席。他一到任，这件就回到他的待办。'
          : '请您这里的主席或副主席任命一位干部。他一到任，这件就回到他的待办。'}
      </Notice>
      <Fold summary={`经过 ${steps.length} 步`}>
        <Steps items={wayHere(steps)} />
      </Fold>
    </Screen>
  )
}
