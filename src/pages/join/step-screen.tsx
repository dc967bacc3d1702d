import { Text, View } from '@tarojs/components'
import { useContext, type ReactNode } from 'react'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import type { Problem } from '../../services/problem'
import { showFirstError } from '../show-first-error'
import { ResumedBanner } from './banner'
import type { Flow, FlowEvent } from './flow'
import { Purpose } from './purpose'
import { previousStep, progressAt } from './steps'

export interface StepProps {
  readonly flow: Flow
  readonly send: (event: FlowEvent) => void
}

interface Props extends StepProps {
  readonly title: string
  /** A few words above a title that is a name. */
  readonly eyebrow?: string
  readonly hint?: string
  readonly nextLabel?: string
  readonly onNext?: () => void
  readonly busy?: boolean
  /** A page whose own rows lead on has no red button. */
  readonly withoutNext?: boolean
  readonly problem?: Problem | undefined
  readonly loading?: boolean
  readonly onRetry?: () => void
  readonly children?: ReactNode
}

/** 一页一问: the bar of progress, the question, its answer, 下一步 and 上一步. */
export function StepScreen(props: Props) {
  const { flow } = props
  const { title, whole } = useContext(Purpose)
  const waiting = props.loading === true || props.problem !== undefined
  return (
    <Screen
      title={flow.mending === undefined ? title : '修改申请'}
      {...(whole ? { progress: progressAt(flow.step, flow) } : {})}
      problem={props.problem}
      loading={props.loading ?? false}
      {...(props.onRetry === undefined ? {} : { onRetry: props.onRetry })}
      footer={<Footer {...props} />}
    >
      {waiting ? undefined : <Question {...props} />}
    </Screen>
  )
}

function Question({ flow, eyebrow, title, hint, children }: Props) {
  return (
    <View className="join-page">
      <View className="join-head">
        {eyebrow !== undefined && <Text className="join-hint">{eyebrow}</Text>}
        <Text className="join-title">{title}</Text>
        {hint !== undefined && <Text className="join-hint">{hint}</Text>}
      </View>
      <ResumedBanner />
      {flow.toMend.includes(flow.step) && <MendNotice flow={flow} />}
      {children}
    </View>
  )
}

function Footer({ flow, send, withoutNext, nextLabel, onNext, busy = false }: Props) {
  const { foot } = useContext(Purpose)

  function goOn() {
    if (onNext === undefined) send({ type: 'next' })
    else onNext()
    showFirstError()
  }

  return (
    <View>
      {withoutNext !== true && <MainAction id="join-next" label={nextLabel ?? '下一步'} busy={busy} onTap={goOn} />}
      <View className="join-foot">
        {previousStep(flow.step, flow) !== undefined && (
          <TextAction id="join-back" label="上一步" onTap={() => send({ type: 'back' })} />
        )}
        <Text className="join-foot-note">{foot}</Text>
      </View>
    </View>
  )
}

/** What the union asked to be mended, on each page that it means. */
function MendNotice({ flow }: Pick<StepProps, 'flow'>) {
  const { mending } = flow
  if (mending === undefined) return null
  return (
    <Notice tone="warning" title="工会请您改一下">
      {[...mending.reasons, ...(mending.note === undefined ? [] : [mending.note])].join('；')}
    </Notice>
  )
}
