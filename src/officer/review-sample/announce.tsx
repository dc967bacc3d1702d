import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { UnionId } from '../../../shared/core/ids'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { showFirstError } from '../../pages/show-first-error'
import { dayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { DayCards, type AskedDay } from '../parts/day-cards'
import '../parts/parts.scss'
import { yearOf } from '../parts/review-days'
import { mostDrawn, sizeTyped, usualSample, wrongSample, type SampleDay } from './days'

const asked: readonly AskedDay<SampleDay>[] = [
  { day: 'cutoff', label: '截止日', means: '到这一天在册的会员都可能被抽到。第二天系统锁定名单，以后一个人也换不了。' },
  { day: 'drawnOn', label: '开奖日', means: '这一天开出的号码决定抽到谁。要在名单锁定以后，谁也不能预先知道号码。' },
  { day: 'receivingOn', label: '开始领凭证', means: '从这一天起，抽到的会员在手机上领选票凭证。' },
  { day: 'votingOn', label: '开始投票', means: '从这一天起投票，抽查不能再撤销。' },
  { day: 'lastDay', label: '最后一天', means: '到这一天半夜投票结束，随后计票。' },
]
const shortest = 2

interface Props {
  readonly union: UnionId
  readonly taken: readonly number[]
  readonly onDone: () => void
}

/** 发起随机抽查: how many, by which lottery, and when. */
export function AnnounceSample({ union, taken, onDone }: Props) {
  const [size, setSize] = useState('')
  const [lottery, setLottery] = useState('')
  const [days, setDays] = useState(() => usualSample(today()))
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const announce = useAct(contract, 'announceSample')
  const wrong = wrongSample(days, { today: today(), taken })
  const many = sizeTyped(size)
  const unnamed = lottery.trim().length < shortest
  const check = () => {
    setTried(true)
    if (many === undefined || unnamed || Object.keys(wrong).length > 0) return showFirstError()
    setAsking(true)
  }
  const send = async (drawn: number) => {
    const { drawnOn, ...rest } = days
    const done = await announce.run({ union, size: drawn, lottery: lottery.trim(), drawnOn, days: rest })
    setAsking(false)
    if (done.ok) onDone()
  }
  return (
    <Screen title="发起随机抽查" footer={<MainAction id="sample-send" label="发公告" onTap={check} />}>
      <View className="detail">
        <Notice tone="info">
          从本会和下面所有工会的会员里抽。先锁定名单，再用以后开奖的号码抽，谁都能重抽一遍核对；抽到谁，主席看不到。
        </Notice>
        <Field
          id="sample-size"
          label="抽多少人"
          type="number"
          value={size}
          onInput={setSize}
          maxLength={4}
          error={tried && many === undefined ? `请填 1 到 ${mostDrawn} 的数` : undefined}
        />
        <Field
          id="sample-lottery"
          label="用哪一期公开的开奖"
          value={lottery}
          onInput={setLottery}
          maxLength={60}
          placeholder="比如 双色球 2026140 期"
          hint="在下面的开奖日开出，大家都查得到"
          error={tried && unnamed ? '请写明用哪一期开奖' : undefined}
        />
        <DayCards
          id="sample"
          asked={asked}
          days={days}
          wrong={tried ? wrong : {}}
          onChange={(day, chosen) => setDays((before) => ({ ...before, [day]: chosen }))}
        />
        {announce.problem !== undefined && (
          <Notice tone="danger" id="sample-problem">
            {announce.problem.message}
          </Notice>
        )}
      </View>
      {many !== undefined && (
        <Confirm
          open={asking}
          title={`发 ${yearOf(days)} 年随机抽查的公告？`}
          text={`用${lottery.trim()}的号码抽 ${many} 人，${dayText(days.drawnOn)}开奖，${dayText(days.votingOn)}到 ${dayText(days.lastDay)}投票。发出后都不能改。`}
          confirmLabel="发公告"
          busy={announce.busy}
          onConfirm={() => void send(many)}
          onCancel={() => setAsking(false)}
        />
      )}
    </Screen>
  )
}
