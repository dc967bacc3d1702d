import { useState } from 'react'
import type { UnionLabel } from '../../../../shared/contract/membership-views'
import { Field } from '../../../components/Field'
import { TextAction } from '../../../components/TextAction'
import { isSentence } from '../steps'
import { StepScreen, type StepProps } from '../step-screen'

interface Props extends StepProps {
  readonly reviewer: UnionLabel
  readonly onBack: () => void
}

/** 这不对: one sentence, and the nearest common upper union decides. */
export function Objection({ flow, send, reviewer, onBack }: Props) {
  const before = flow.answers.chosen?.choice
  const [sentence, setSentence] = useState(before?.kind === 'objection' ? before.sentence : '')
  const [tried, setTried] = useState(false)

  function goOn() {
    if (!isSentence(sentence)) return setTried(true)
    send({
      type: 'choose',
      chosen: {
        choice: { kind: 'objection', sentence: sentence.trim() },
        handler: reviewer.union,
        handlerName: reviewer.name,
      },
    })
  }

  return (
    <StepScreen
      flow={flow}
      send={send}
      title="哪里不对？"
      hint={`写一句话，申请先送到${reviewer.name}，由它定您归哪个工会。期限照样算。`}
      nextLabel="签申请书，一起送去"
      onNext={goOn}
    >
      <Field
        id="join-objection"
        label="我要说明"
        multiline
        maxLength={200}
        value={sentence}
        onInput={setSentence}
        placeholder="例如：我早就不在那里上班了，现在在…"
        {...(tried && !isSentence(sentence) ? { error: '请写一句哪里不对' } : {})}
      />
      <TextAction id="join-no-objection" label="算了，还是按推荐的来" onTap={onBack} />
    </StepScreen>
  )
}
