import { Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { transferOfSubject } from '../../../shared/membership/transfer'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Steps } from '../../components/Steps'
import { Tag } from '../../components/Tag'
import { back, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { dayText, fullDayText } from '../../pages/today'
import { stateTitle, timelineOf } from '../../pages/transfer-steps'
import { useUnion } from '../parts/use-office'
import { Answers } from './answers'
import type { Transfer } from './view'
import '../parts/parts.scss'

/** 转会, for the union that is left, the one that receives and the one that settles: who it is, how far it is, and what there is to say. */
export default function TransferPage() {
  const union = useUnion()
  const transfer = transferOfSubject(useParams()['transfer'])
  const asked = useAsk(
    membership,
    'transfer',
    union === undefined || transfer === undefined ? undefined : { union, transfer },
  )
  if (union === undefined || transfer === undefined)
    return (
      <Screen title="转会">
        <Empty
          title="没有找到这次转会"
          note="可能已经办结，或者链接不完整。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      </Screen>
    )
  return (
    <Screen title="转会" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && <Detail view={asked.data} union={union} reload={asked.reload} />}
    </Screen>
  )
}

interface Props {
  readonly view: Transfer
  readonly union: UnionId
  readonly reload: () => void
}

function Detail({ view, union, reload }: Props) {
  const { member, from, to, reviewer, facts, objection, workingDaysLeft, acts } = view
  return (
    <View className="detail">
      <Card>
        <View className="detail-head">
          <Text className="detail-name">{member.name}</Text>
          <Tag tone={view.state === 'open' ? 'warning' : 'neutral'}>{stateTitle(view)}</Tag>
        </View>
        <FactList
          items={[
            { heading: '从', text: from.name },
            { heading: '转到', text: to?.name ?? `待${reviewer?.name ?? '上级工会'}定` },
            { heading: '证件号码', text: member.maskedNumber },
            { heading: '会员号', text: member.memberNumber },
            { heading: '入会时间', text: fullDayText(member.since) },
            ...(member.unitName === '' ? [] : [{ heading: '花名册上的单位', text: member.unitName }]),
          ]}
        />
      </Card>
      {objection !== undefined && (
        <Notice tone="warning" title="本人说推荐的不对">
          {objection}
        </Notice>
      )}
      {facts.length > 0 && (
        <Card title="本人说的现在的情况">
          <FactList items={facts} />
          <Text className="detail-note">{view.sentence}</Text>
        </Card>
      )}
      {acts.leaving && workingDaysLeft !== undefined && view.releasesOn !== undefined && (
        <Notice tone="info" title={`转出通知，最晚 ${dayText(view.releasesOn)}`}>
          会籍随工作走，转出不需要批准，也不能拦下。认错了人、劳动关系没有变的，请在这以前说明；不说就算放行。
        </Notice>
      )}
      <Answers view={view} union={union} reload={reload} />
      <Card>
        <Steps items={timelineOf(view)} />
      </Card>
    </View>
  )
}
