import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { fullDayText, today, tomorrow } from '../../pages/today'
import { IsoDate } from '../../../shared/core/time'
import { back } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { PaperField } from '../../components/PaperField'
import { changeTexts, expelReasons, retainReasons, type ChangeKind } from '../parts/change-texts'
import { useSend, type ChangeAnswers } from './use-send'
import '../parts/parts.scss'

type Step = 'reason' | 'to' | 'payer' | 'day' | 'paper' | 'check'

/** The questions of each change, in order; the last page says what it means. */
const stepsOf: Readonly<Record<ChangeKind, readonly Step[]>> = {
  retain: ['reason', 'day', 'paper', 'check'],
  resume: ['day', 'paper', 'check'],
  leave: ['day', 'paper', 'check'],
  decease: ['day', 'paper', 'check'],
  expel: ['reason', 'day', 'paper', 'check'],
  entrust: ['to', 'payer', 'day', 'paper', 'check'],
  'end-entrust': ['day', 'check'],
  contract: ['day', 'check'],
  secondment: ['day', 'check'],
}

/** Without its paper the server would refuse it wherever it stands. */
const wantsPaper: readonly ChangeKind[] = ['expel', 'entrust']

interface Props {
  readonly union: UnionId
  readonly person: PersonId
  readonly kind: ChangeKind
  readonly name: string
}

export function ChangeFlow({ union, person, kind, name }: Props) {
  const text = changeTexts[kind]
  const steps = stepsOf[kind]
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<ChangeAnswers>({})
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const choices = useAsk(membership, 'entrustChoices', kind === 'entrust' ? { union, person } : undefined)
  const { send, busy, problem } = useSend({ union, person, kind })
  const step = steps[at] ?? 'check'
  const error = tried ? missing(step, kind, answers) : undefined
  const answer = (change: ChangeAnswers) => {
    setAnswers({ ...answers, ...change })
    setTried(false)
  }
  const next = async () => {
    if (missing(step, kind, answers) !== undefined) return setTried(true)
    if (step !== 'check') return setAt(at + 1)
    const told = await send(answers)
    if (told !== undefined) setDone(told)
  }
  if (done !== undefined)
    return (
      <Screen title={text.title}>
        <Empty title="办好了" note={done} action={{ id: 'change-done', label: '回会员页', onTap: () => void back() }} />
      </Screen>
    )
  const fields = problem?.kind === 'refused' ? Object.values(problem.fields)[0] : undefined
  return (
    <Screen
      title={text.title}
      progress={(at + 1) / steps.length}
      loading={choices.loading}
      problem={choices.problem}
      onRetry={choices.reload}
      footer={
        <View>
          <MainAction
            id="change-next"
            label={step === 'check' ? text.act : '下一步'}
            busy={busy}
            onTap={() => void next()}
          />
          {at > 0 && <TextAction id="change-back" label="上一步" onTap={() => setAt(at - 1)} />}
        </View>
      }
    >
      <View className="decide">
        {step === 'reason' && kind === 'retain' && (
          <ChoiceList
            id="change-reason"
            label={`${name}为什么保留会籍？`}
            value={answers.retainReason}
            options={retainReasons}
            onChange={(retainReason) => answer({ retainReason })}
            error={error}
          />
        )}
        {step === 'reason' && kind === 'expel' && (
          <ChoiceList
            id="change-reason"
            label={`委员会为什么决定开除${name}？`}
            value={answers.expelReason}
            options={expelReasons}
            onChange={(expelReason) => answer({ expelReason })}
            error={error}
          />
        )}
        {step === 'to' && (
          <ChoiceList
            id="change-to"
            label="委托给哪个工会？"
            value={answers.to?.union}
            options={(choices.data?.unions ?? []).map((one) => ({ value: one.union, label: one.name }))}
            onChange={(to) => answer({ to: choices.data?.unions.find((one) => one.union === to) })}
            error={error}
          />
        )}
        {step === 'to' && choices.data?.unions.length === 0 && (
          <Notice tone="warning">另一方的单位还没有建会，没有可以委托的工会。</Notice>
        )}
        {step === 'payer' && (
          <ChoiceList
            id="change-payer"
            label="工会经费由哪家单位拨缴？"
            value={answers.payer?.unit}
            options={(choices.data?.units ?? []).map((one) => ({ value: one.unit, label: one.name }))}
            onChange={(unit) => answer({ payer: choices.data?.units.find((one) => one.unit === unit) })}
            error={error}
          />
        )}
        {step === 'day' && (
          <DateField
            id="change-day"
            label={text.dayLabel}
            value={answers.day}
            {...(kind === 'contract' ? { start: tomorrow() } : { end: today() })}
            onChange={(day) => answer({ day })}
            error={error}
          />
        )}
        {step === 'paper' && (
          <PaperField
            id="change-paper"
            title={paperTitle(kind)}
            note={wantsPaper.includes(kind) ? '拍清楚，文字能看见' : '有就拍，没有可以直接下一步；本地区有规定的必须附'}
            picture={answers.paper}
            onChange={(paper) => answer({ paper })}
            error={error}
          />
        )}
        {step === 'check' && <Check kind={kind} name={name} answers={answers} />}
        {problem !== undefined && <Notice tone="danger">{fields ?? problem.message}</Notice>}
      </View>
    </Screen>
  )
}

function Check({
  kind,
  name,
  answers: { retainReason, expelReason, day, to, payer, paper },
}: Pick<Props, 'kind' | 'name'> & { readonly answers: ChangeAnswers }) {
  const reasons = [...retainReasons, ...expelReasons]
  const reason = reasons.find(({ value }) => value === (retainReason ?? expelReason))
  const read = IsoDate.safeParse(day)
  return (
    <>
      <Card title="请核对">
        <FactList
          items={[
            { heading: '会员', text: name },
            ...(reason === undefined ? [] : [{ heading: '原因', text: reason.label }]),
            ...(to === undefined ? [] : [{ heading: '委托给', text: to.name }]),
            ...(payer === undefined ? [] : [{ heading: '拨缴单位', text: payer.name }]),
            { heading: changeTexts[kind].dayName, text: read.success ? fullDayText(read.data) : '' },
            ...(kind === 'end-entrust' || kind === 'contract' || kind === 'secondment'
              ? []
              : [{ heading: '材料', text: paper === undefined ? '没有附' : '已附照片' }]),
          ]}
        />
      </Card>
      <Card title="这意味着" note={changeTexts[kind].means} tone={kind === 'resume' ? 'plain' : 'warning'} />
    </>
  )
}

function paperTitle(kind: ChangeKind): string {
  if (kind === 'expel') return '拍委员会的决定'
  return kind === 'entrust' ? '拍委托管理协议' : '拍证明材料'
}

function missing(step: Step, kind: ChangeKind, answers: ChangeAnswers): string | undefined {
  switch (step) {
    case 'reason':
      return (kind === 'retain' ? answers.retainReason : answers.expelReason) === undefined ? '请选一个原因' : undefined
    case 'to':
      return answers.to === undefined ? '请选一个工会' : undefined
    case 'payer':
      return answers.payer === undefined ? '请选一家单位' : undefined
    case 'day':
      return answers.day === undefined ? '请选日期' : undefined
    case 'paper':
      return wantsPaper.includes(kind) && answers.paper === undefined ? '这件事必须附材料，请拍照' : undefined
    case 'check':
      return undefined
  }
}
