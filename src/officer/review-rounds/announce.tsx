import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { UnionId } from '../../../shared/core/ids'
import { Confirm } from '../../components/Confirm'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { showFirstError } from '../../pages/show-first-error'
import { dayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { DayCards, type AskedDay } from '../parts/day-cards'
import '../parts/parts.scss'
import { yearOf } from '../parts/review-days'
import { changed, roundDaysOf, usualRound, wrongRound, type RoundDay } from './days'

const asked: readonly AskedDay<RoundDay>[] = [
  { day: 'from', label: '活动从哪天起', means: '自己发公告的工会，最早从这一天起领凭证。' },
  {
    day: 'opensOn',
    label: '统一发公告',
    means: '到这一天还没有发公告的工会，系统代它发，用下面的日子。改这一天，后面的跟着改。',
  },
  { day: 'cutoff', label: '代发的：截止日', means: '到这一天在册的会员有表决权。' },
  { day: 'receivingOn', label: '代发的：开始领凭证', means: '在这以前留几天，给大家看名单、提异议。' },
  { day: 'votingOn', label: '代发的：开始投票', means: '从这一天起手机投票、现场领纸质选票。' },
  { day: 'lastDay', label: '代发的：最后一天', means: '到这一天半夜投票结束，随后计票。' },
  { day: 'until', label: '活动到哪天止', means: '自己发公告的工会，最晚到这一天投完票。' },
]

interface Props {
  readonly union: UnionId
  /** Years that have their round. */
  readonly taken: readonly number[]
  readonly onDone: () => void
  readonly onBack: () => void
}

/** 发起评家活动 for all unions below. */
export function AnnounceRound({ union, taken, onDone, onBack }: Props) {
  const [days, setDays] = useState(() => usualRound(today()))
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const announce = useAct(contract, 'announceRound')
  const wrong = wrongRound(days, { today: today(), taken })
  const check = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return showFirstError()
    setAsking(true)
  }
  const send = async () => {
    const done = await announce.run({ union, kind: 'members', ...roundDaysOf(days) })
    setAsking(false)
    if (done.ok) onDone()
  }
  return (
    <Screen title="发起评家活动" footer={<MainAction id="round-send" label="发起" onTap={check} />}>
      <View className="detail">
        <Notice tone="info">
          一年一次，下面每一级工会都参加。各工会可以自己发公告；没有发的，到日子系统代发。日子已经排好，一般只改“统一发公告”。
        </Notice>
        <DayCards
          id="round"
          asked={asked}
          days={days}
          wrong={tried ? wrong : {}}
          onChange={(day, chosen) => setDays((before) => changed(before, day, chosen))}
        />
        {announce.problem !== undefined && (
          <Notice tone="danger" id="round-problem">
            {announce.problem.message}
          </Notice>
        )}
        <TextAction id="round-back" label="先不发起" onTap={onBack} quiet />
      </View>
      <Confirm
        open={asking}
        title={`发起 ${yearOf(days)} 年的评家活动？`}
        text={`下面所有工会都会参加，${dayText(days.opensOn)}系统替还没有发公告的工会发。发起后日子不能改，也不能撤销。`}
        confirmLabel="发起"
        busy={announce.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </Screen>
  )
}
