import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { LookAnswer, RetainReason } from '../../../shared/contract/membership-states'
import { IsoDate } from '../../../shared/core/time'
import type { LookKind } from '../../../shared/membership/task'
import { Card } from '../../components/Card'
import { ChoiceList, type Choice } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { fullDayText, today } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { retainReasons } from '../parts/change-texts'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Kind = LookAnswer['kind']

const choices: Readonly<Record<LookKind, readonly Choice<Kind>[]>> = {
  'contract-end': [
    { value: 'renewed', label: '续签了', note: '填新的到期日' },
    { value: 'gone', label: '已离职，还没有新单位', note: '会籍保留在本会' },
    { value: 'elsewhere', label: '已到别的单位', note: '提醒本人办转会' },
  ],
  'secondment-end': [
    { value: 'secondment-goes-on', label: '借调继续', note: '会籍不动，再过六个月提醒' },
    { value: 'secondment-over', label: '借调结束，回来了' },
    { value: 'elsewhere', label: '留在借调单位了', note: '提醒本人办转会' },
  ],
  'workplace-change': [
    { value: 'workplace-right', label: '是在那里工作' },
    { value: 'workplace-wrong', label: '不在那里工作', note: '和事实不符：请本人重新填写' },
  ],
}

const titles: Readonly<Record<LookKind, string>> = {
  'contract-end': '合同到期',
  'secondment-end': '借调满六个月',
  'workplace-change': '换了单位',
}

/** 合同到期、借调满期、换了单位: what the officer knows, in one tap and at most a day. */
export default function ContractPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(membership, 'look', union === undefined || task === undefined ? undefined : { union, task })
  const settle = useAct(membership, 'settleLook')
  const [kind, setKind] = useState<Kind>()
  const [reason, setReason] = useState<RetainReason>()
  const [day, setDay] = useState<string>()
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const member = found.data
  const answer = answerOf(kind, reason, day)
  const send = async () => {
    if (answer === undefined) return setTried(true)
    if (union === undefined || task === undefined) return
    const sent = await settle.run({ union, task, answer })
    if (sent.ok) setDone('记下了。')
  }
  const fields = settle.problem?.kind === 'refused' ? Object.values(settle.problem.fields)[0] : undefined
  return (
    <TaskScreen
      title={titles[member?.kind ?? 'contract-end']}
      open={member?.open}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      footer={
        member === undefined ? undefined : (
          <MainAction id="look-send" label="记下来" busy={settle.busy} onTap={() => void send()} />
        )
      }
    >
      {member !== undefined && (
        <View className="detail">
          <Card title={member.name}>
            <FactList
              items={[
                ...(member.earlierUnitName === undefined || member.earlierUnitName === ''
                  ? []
                  : [{ heading: '原来的单位', text: member.earlierUnitName }]),
                { heading: member.kind === 'workplace-change' ? '本人填的新单位' : '所属单位', text: member.unitName },
                { heading: '会员号', text: member.memberNumber },
                ...(member.contractUntil === undefined
                  ? []
                  : [{ heading: '合同到期', text: fullDayText(member.contractUntil) }]),
                ...(member.seconded === undefined
                  ? []
                  : [{ heading: '借调', text: `${fullDayText(member.seconded.since)}起 ${member.seconded.hostName}` }]),
              ]}
            />
          </Card>
          <ChoiceList
            id="look"
            label={`${member.name}现在怎样？`}
            value={kind}
            options={choices[member.kind]}
            onChange={setKind}
          />
          {kind === 'gone' && (
            <ChoiceList
              id="look-reason"
              label="什么原因？"
              value={reason}
              options={retainReasons}
              onChange={setReason}
            />
          )}
          {(kind === 'renewed' || kind === 'gone') && (
            <DateField
              id="look-day"
              label={kind === 'renewed' ? '新的到期日' : '从哪天起？'}
              value={day}
              {...(kind === 'renewed' ? { start: today() } : { end: today() })}
              onChange={setDay}
              error={tried && day === undefined ? '请选日期' : undefined}
            />
          )}
          {tried && answer === undefined && <Notice tone="danger">请把上面的选好。</Notice>}
          {settle.problem !== undefined && <Notice tone="danger">{fields ?? settle.problem.message}</Notice>}
        </View>
      )}
    </TaskScreen>
  )
}

function answerOf(
  kind: Kind | undefined,
  reason: RetainReason | undefined,
  day: string | undefined,
): LookAnswer | undefined {
  const read = IsoDate.safeParse(day)
  switch (kind) {
    case undefined:
      return undefined
    case 'renewed':
      return read.success ? { kind, until: read.data } : undefined
    case 'gone':
      return read.success && reason !== undefined ? { kind, reason, on: read.data } : undefined
    case 'elsewhere':
    case 'secondment-goes-on':
    case 'secondment-over':
    case 'workplace-right':
    case 'workplace-wrong':
      return { kind }
  }
}
