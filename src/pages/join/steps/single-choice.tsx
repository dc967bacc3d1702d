import { ChoiceList } from '../../../components/ChoiceList'
import { FieldError } from '../field-error'
import { establishmentChoices, industryChoices, retiredChoices, type Choice } from '../questions'
import { industryFor } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'

interface Props<Value extends string> extends StepProps {
  readonly title: string
  readonly hint: string
  readonly value: Value | undefined
  readonly options: readonly Choice<Value>[]
  readonly onChoose: (value: Value) => void
}

/** 一题一页, a few answers, one of them. */
function SingleChoice<Value extends string>({ flow, send, title, hint, value, options, onChoose }: Props<Value>) {
  return (
    <StepScreen flow={flow} send={send} title={title} hint={hint}>
      <FieldError flow={flow} field="situation" missing={value === undefined ? '请选一个' : undefined} />
      <ChoiceList id="join-choice" value={value} options={options} onChange={onChoose} />
    </StepScreen>
  )
}

export function EstablishmentStep(props: StepProps) {
  return (
    <SingleChoice
      {...props}
      title="您是在编的吗？"
      hint="两种都可以入会，花名册上要写清楚。"
      value={props.flow.answers.establishment}
      options={establishmentChoices}
      onChoose={(establishment) => props.send({ type: 'answer', change: { establishment } })}
    />
  )
}

export function IndustryStep(props: StepProps) {
  return (
    <SingleChoice
      {...props}
      title="您主要干什么活？"
      hint="有的行业有自己的工会。"
      value={industryFor(props.flow)}
      options={industryChoices}
      onChoose={(industry) => props.send({ type: 'answer', change: { industry } })}
    />
  )
}

export function RetiredStep(props: StepProps) {
  const { retired } = props.flow.answers
  return (
    <SingleChoice
      {...props}
      title="您办退休了吗？"
      hint="退休后会籍保留，不再新入会。"
      value={retired === undefined ? undefined : retired ? 'yes' : 'no'}
      options={retiredChoices}
      onChoose={(value) => props.send({ type: 'answer', change: { retired: value === 'yes' } })}
    />
  )
}
