import Taro from '@tarojs/taro'
import { useEffect, useReducer, useState } from 'react'
import { reduceFlow, type Flow } from './flow'
import type { NotJoined } from './notices'
import { StepPage } from './step-page'
import { SentScreen } from './steps/sent'
import { useAutosave } from './use-autosave'
import { useSubmit, type Reference } from './use-submit'

interface Props {
  readonly initial: Flow
  readonly notice: NotJoined | undefined
}

/** 入会: one page after the other until it is sent. */
export function JoinFlow({ initial, notice }: Props) {
  const [flow, send] = useReducer(reduceFlow, initial)
  const [sent, setSent] = useState<Reference>()
  const saver = useAutosave(flow)
  const submit = useSubmit(flow, send)

  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [flow.step])

  async function onSubmit() {
    await saver.stop()
    const reference = await submit.send()
    if (reference === undefined) saver.resume()
    else setSent(reference)
  }

  if (sent !== undefined) return <SentScreen sent={sent} />
  return (
    <StepPage
      flow={flow}
      send={send}
      notice={notice}
      submitting={{ busy: submit.busy, problem: submit.problem, onSubmit: () => void onSubmit() }}
    />
  )
}
