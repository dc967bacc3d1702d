import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { TextAction } from '../../components/TextAction'
import { dayText, fullDayText, today, tomorrow } from '../../pages/today'
import { go, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { retainReasons } from '../parts/change-texts'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { answerOf, choices, doneText, stepsOf, titles, type LookAnswers, type LookStep } from './answers'

type Look = z.output<typeof membership.procedures.look.output>

/** 合同到期、借调满期、换了单位: what the officer knows, in one tap and at most a reason and a day. */
export default function ContractPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(membership, 'look', union === undefined || task === undefined ? undefined : { union, task })
  const settle = useAct(membership, 'settleLook')
  const [answers, setAnswers] = useState<LookAnswers>({})
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const steps = stepsOf(answers.kind)
  const step = steps[at] ?? 'kind'
  const last = answers.kind !== undefined && at === steps.length - 1
  const missing = answers[step] === undefined
  const say = (change: LookAnswers) => {
    setAnswers({ ...answers, ...change })
    setTried(false)
    settle.clear()
  }
  const next = async () => {
    if (missing) return setTried(true)
    if (!last) return setAt(at + 1)
    const answer = answerOf(answers)
    if (answer === undefined || union === undefined || task === undefined) return
    if ((await settle.run({ union, task, answer })).ok) setDone(doneText(answer))
  }
  return (
    <TaskScreen
      title={titles[found.data?.kind ?? 'contract-end']}
      open={found.data?.open}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      wide={step === 'kind'}
      footer={
        found.data === undefined ? undefined : (
          <View>
            <MainAction
              id="look-send"
              label={last ? '记下来' : '下一步'}
              busy={settle.busy}
              onTap={() => void next()}
            />
            {at > 0 && <TextAction id="look-back" label="上一步" onTap={() => setAt(at - 1)} />}
          </View>
        )
      }
    >
      {found.data !== undefined && union !== undefined && (
        <View className="beside">
          {step === 'kind' && (
            <View className="beside-part">
              <Whom look={found.data} />
            </View>
          )}
          <View className="beside-part">
            <Question look={found.data} step={step} answers={answers} onAnswer={say} tried={tried} />
            {settle.problem !== undefined && (
              <Notice
                tone="danger"
                action={{
                  id: 'look-member',
                  label: '去会员页面',
                  onTap: () => void go('officer/member/index', { union, person: found.data?.person }),
                }}
              >
                {(settle.problem.kind === 'refused' ? Object.values(settle.problem.fields)[0] : undefined) ??
                  settle.problem.message}
              </Notice>
            )}
            {step === 'kind' && (
              <ListRow
                id="look-whole"
                title="会员页面"
                note="会籍变动、手机号；要先打电话问问的"
                onTap={() => void go('officer/member/index', { union, person: found.data?.person })}
              />
            )}
          </View>
        </View>
      )}
    </TaskScreen>
  )
}

function Whom({
  look: { kind, name, unitName, earlierUnitName = '', memberNumber, mobile, contractUntil, seconded, dueOn },
}: {
  readonly look: Look
}) {
  return (
    <Card title={name} note={`请在 ${dayText(dueOn)}前看一看`}>
      <FactList
        items={[
          ...(earlierUnitName === '' ? [] : [{ heading: '原来的单位', text: earlierUnitName }]),
          {
            heading: kind === 'workplace-change' ? '本人填的新单位' : '所属单位',
            text: unitName === '' ? '没有固定单位' : unitName,
          },
          { heading: '会员号', text: memberNumber },
          { heading: '手机号', text: mobile },
          ...(contractUntil === undefined ? [] : [{ heading: '合同到期', text: fullDayText(contractUntil) }]),
          ...(seconded === undefined
            ? []
            : [{ heading: '借调', text: `${fullDayText(seconded.since)}起 ${seconded.hostName}`.trim() }]),
        ]}
      />
    </Card>
  )
}

interface QuestionProps {
  readonly look: Look
  readonly step: LookStep
  readonly answers: LookAnswers
  readonly onAnswer: (change: LookAnswers) => void
  readonly tried: boolean
}

function Question({
  look: { name, kind: lookKind },
  step,
  answers: { kind, reason, day },
  onAnswer,
  tried,
}: QuestionProps) {
  switch (step) {
    case 'kind':
      return (
        <ChoiceList
          id="look"
          label={`${name}现在怎样？`}
          value={kind}
          options={choices[lookKind]}
          onChange={(answer) => onAnswer({ kind: answer })}
          error={tried && kind === undefined ? '请选一项' : undefined}
        />
      )
    case 'reason':
      return (
        <ChoiceList
          id="look-reason"
          label={`${name}为什么没有单位了？`}
          value={reason}
          options={retainReasons}
          onChange={(answer) => onAnswer({ reason: answer })}
          error={tried && reason === undefined ? '请选一个原因' : undefined}
        />
      )
    case 'day':
      return (
        <DateField
          id="look-day"
          label={kind === 'renewed' ? '新合同哪天到期？' : '会籍从哪天起保留？'}
          value={day}
          {...(kind === 'renewed' ? { start: tomorrow() } : { end: today() })}
          onChange={(answer) => onAnswer({ day: answer })}
          error={tried && day === undefined ? '请选日期' : undefined}
        />
      )
  }
}
