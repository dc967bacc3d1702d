import Taro from '@tarojs/taro'
import { useEffect, useReducer, useState } from 'react'
import { Banner } from './banner'
import { reduceFlow, type Flow } from './flow'
import type { NotJoined } from './notices'
import { StepPage } from './step-page'
import { SentScreen } from './steps/sent'
import { useAutosave } from './use-autosave'
import { useSubmit, type Reference } from './use-submit'

interface Props {
  readonly initial: Flow
  readonly notice: NotJoined | undefined
  /** Goes on with a draft without having asked: 重新填 is offered on the first page. */
  readonly onRestart?: () => void
}

/** 入会: one page after the other until it is sent. */
export function JoinFlow({ initial, notice, onRestart }: Props) {
  const [flow, send] = useReducer(reduceFlow, initial)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<Reference>()
  const saver = useAutosave(flow)
  const submit = useSubmit(flow, send)

  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [flow.step, sent])

  /** The draft's last save ends before the form goes out, so that it cannot come back after it. */
  async function onSubmit() {
    if (sending) return
    setSending(true)
    await saver.stop()
    const reference = await submit.send()
    setSending(false)
    if (reference === undefined) saver.resume()
    else setSent(reference)
  }

  const restart = onRestart === undefined ? undefined : () => void saver.stop().then(onRestart)
  if (sent !== undefined) return <SentScreen sent={sent} choice={flow.answers.chosen?.choice.kind ?? 'offered'} />
  return (
    <Banner.Provider value={flow.step === initial.step ? restart : undefined}>
      <StepPage
        flow={flow}
        send={send}
        notice={notice}
        submitting={{ busy: sending, problem: submit.problem, onSubmit: () => void onSubmit() }}
      />
    </Banner.Provider>
  )
}
