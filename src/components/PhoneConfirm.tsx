import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { session, type ShownCode } from '../../shared/contract/session'
import type { ConfirmationCode } from '../../shared/core/ids'
import type { ConfirmedAct } from '../../shared/desk/confirmation'
import { act, ask } from '../services/api'
import type { Problem } from '../services/problem'
import { useEvery } from '../services/use-clock'
import { Notice } from './Notice'
import { PhoneCode } from './PhoneCode'
import { ProblemState } from './ProblemState'
import { SideAction } from './SideAction'
import { Waiting } from './Waiting'

interface Props {
  readonly what: ConfirmedAct
  readonly title: string
  readonly onConfirmed: (code: ConfirmationCode) => void
  readonly onCancel: () => void
}

const pauseMs = 1_500

/** 请用手机确认: at a desk, before one act that wants the person’s own hand. */
export function PhoneConfirm({ what, title, onConfirmed, onCancel }: Props) {
  const [shown, setShown] = useState<ShownCode>()
  const [problem, setProblem] = useState<Problem>()
  const [refused, setRefused] = useState(false)
  const [round, setRound] = useState(0)
  const key = JSON.stringify(what)

  useEffect(() => {
    let current = true
    setShown(undefined)
    setProblem(undefined)
    setRefused(false)
    void act(session, 'askConfirmation', { act: what }).then((answer) => {
      if (!current) return
      if (answer.ok) setShown(answer.data)
      else setProblem(answer.problem)
    })
    return () => {
      current = false
    }
    // `key` is `what` by its content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round])

  useEvery(
    pauseMs,
    async () => {
      if (shown === undefined) return
      const answer = await ask(session, 'confirmationState', { code: shown.code })
      if (!answer.ok) return
      if (answer.data.state === 'confirmed') onConfirmed(shown.code)
      if (answer.data.state === 'refused') setRefused(true)
    },
    shown !== undefined && !refused,
  )

  const again = () => setRound((before) => before + 1)
  return (
    <View id="phone-confirm">
      {problem !== undefined && <ProblemState problem={problem} onRetry={again} />}
      {refused && (
        <Notice tone="warning" id="phone-confirm-refused" action={{ label: '再来一次', onTap: again }}>
          手机上没有同意，或者选的数字不对。
        </Notice>
      )}
      {shown === undefined
        ? problem === undefined && <Waiting />
        : !refused && <PhoneCode shown={shown} title={title} onRetry={again} />}
      <SideAction id="phone-confirm-cancel" label="先不" onTap={onCancel} />
    </View>
  )
}
