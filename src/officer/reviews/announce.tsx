import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import type { DaysOfReview } from '../../../shared/review/days'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { DateField } from '../../components/DateField'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { showFirstError } from '../../pages/show-first-error'
import { dayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { usualDays, wrongDays, yearOf, type Day } from './days'

const asked: readonly { readonly day: Day; readonly label: string; readonly means: string }[] = [
  {
    day: 'cutoff',
    label: '截止日',
    means: '到这一天在册的会员有表决权，以后入会的等下一次。第二天系统生成选民名单并公示。',
  },
  {
    day: 'receivingOn',
    label: '开始领凭证',
    means: '从这一天起，会员在自己的手机上领选票凭证。在这以前留几天，给大家看名单、提异议。',
  },
  {
    day: 'votingOn',
    label: '开始投票',
    means: '从这一天起手机投票、现场领纸质选票。对名单的异议要在这以前办完；从这一天起评家不能撤销。',
  },
  { day: 'lastDay', label: '最后一天', means: '到这一天半夜投票结束，随后计票。计票以前谁也看不到结果。' },
]

interface Props {
  readonly union: UnionId
  /** Years that have their review. */
  readonly taken: readonly number[]
  readonly onDone: () => void
  readonly onBack: () => void
}

/** 发公告: four days, proposed and explained; everything else is the region’s rule. */
export function Announce({ union, taken, onDone, onBack }: Props) {
  const [days, setDays] = useState<DaysOfReview>(usualDays(today()))
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const announce = useAct(contract, 'announceReview')
  const wrong = wrongDays(days, { today: today(), taken })
  const check = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return showFirstError()
    setAsking(true)
  }
  const send = async () => {
    const done = await announce.run({ union, kind: 'members', days })
    setAsking(false)
    if (done.ok) onDone()
  }
  const change = (day: Day, chosen: string) => {
    const read = IsoDate.safeParse(chosen)
    if (read.success) setDays((before) => ({ ...before, [day]: read.data }))
  }
  return (
    <Screen title="发起会员评家" footer={<MainAction id="announce-send" label="发公告" onTap={check} />}>
      <View className="reviews">
        <Notice tone="info">日子已经排好，一般不用改。评什么、达标多少，按本地规定。</Notice>
        {asked.map(({ day, label, means }) => (
          <Card key={day}>
            <View className="reviews-day">
              <DateField
                id={`announce-${day}`}
                label={label}
                value={days[day]}
                onChange={(chosen) => change(day, chosen)}
                start={today()}
                error={tried ? wrong[day] : undefined}
              />
              <Text className="reviews-meaning">{means}</Text>
            </View>
          </Card>
        ))}
        {announce.problem !== undefined && (
          <Notice tone="danger" id="announce-problem">
            {announce.problem.message}
          </Notice>
        )}
        <TextAction id="announce-back" label="先不发" onTap={onBack} quiet />
      </View>
      <Confirm
        open={asking}
        title={`发 ${yearOf(days)} 年会员评家的公告？`}
        text={`${dayText(days.votingOn)}到 ${dayText(days.lastDay)}投票。公告发出后日子不能改；写错了，只能在投票开始前撤销再发。`}
        confirmLabel="发公告"
        busy={announce.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </Screen>
  )
}
