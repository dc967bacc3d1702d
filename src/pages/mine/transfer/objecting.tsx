import { useState } from 'react'
import type { UnionLabel } from '../../../../shared/contract/membership-views'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { TextAction } from '../../../components/TextAction'
import { StepScreen, type StepProps } from '../../join/step-screen'
import { isSentence } from '../../join/steps'

interface Props extends StepProps {
  readonly reviewer: UnionLabel
  readonly busy: boolean
  readonly refused: string | undefined
  readonly onSend: (sentence: string) => void
  readonly onBack: () => void
}

/** 这不对: one sentence, and the nearest common upper union says where to. */
export function Objecting({ reviewer, refused, onSend, onBack, ...props }: Props) {
  const [sentence, setSentence] = useState('')
  const [tried, setTried] = useState(false)
  const goOn = () => (isSentence(sentence) ? onSend(sentence.trim()) : setTried(true))
  return (
    <StepScreen
      {...props}
      title="哪里不对？"
      hint={`写一句话，送到${reviewer.name}，由它定会籍转到哪里。`}
      nextLabel="送去请它定"
      onNext={goOn}
    >
      {refused !== undefined && <Notice tone="danger">{refused}</Notice>}
      <Field
        id="transfer-objection"
        label="我要说明"
        multiline
        maxLength={200}
        value={sentence}
        onInput={setSentence}
        placeholder="例如：我其实归另一个工会，因为…"
        {...(tried && !isSentence(sentence) ? { error: '请写一句哪里不对' } : {})}
      />
      <TextAction id="transfer-no-objection" label="算了，还是按推荐的来" onTap={onBack} />
    </StepScreen>
  )
}
