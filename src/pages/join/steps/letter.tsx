import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { SignaturePad } from '../../../components/SignaturePad'
import { useAsk } from '../../../services/use-ask'
import type { Signature } from '../../../../shared/membership/joining'
import { FieldError } from '../field-error'
import { isSigned } from '../signed'
import { agreedTo } from '../steps'
import { StepScreen, type StepProps } from '../step-screen'

/** 入会申请书: read, then agreed to with a tick, or signed by finger where the region asks for it. */
export function LetterStep(props: StepProps) {
  const { flow, send } = props
  const { chosen } = flow.answers
  const letter = useAsk(membership, 'letter', chosen === undefined ? undefined : { union: chosen.handler })
  const before = agreedTo(flow.answers)
  const [ticked, setTicked] = useState(before !== undefined)
  const [tried, setTried] = useState(false)
  const { signature } = flow.answers

  if (letter.data === undefined || chosen === undefined) {
    return (
      <StepScreen
        {...props}
        title="入会申请书"
        withoutNext
        loading={letter.loading}
        problem={letter.problem}
        onRetry={letter.reload}
      />
    )
  }
  const { title, text, version, privacyVersion, consentForm } = letter.data
  const missing = consentForm === 'signature' ? !isSigned(signature) : !ticked

  function goOn() {
    if (missing || chosen === undefined) return setTried(true)
    send({
      type: 'agree',
      agreed: { union: chosen.handler, letterVersion: version, privacyVersion, form: consentForm },
    })
  }

  const sign = (drawn: Signature | undefined) => send({ type: 'answer', change: { signature: drawn } })
  const signatureError = flow.refusals['consent.signature'] ?? (tried && missing ? '请用手指在框里签名' : undefined)
  return (
    <StepScreen {...props} title="入会申请书" hint={`交给${chosen.handlerName}`} nextLabel="检查并提交" onNext={goOn}>
      <Card>
        <View className="join-letter">
          <Text className="join-letter-title">{title}</Text>
          <Text className="join-letter-text">{text}</Text>
        </View>
      </Card>
      {consentForm === 'signature' ? (
        <SignaturePad
          id="join-signature"
          value={signature}
          onChange={sign}
          {...(signatureError === undefined ? {} : { error: signatureError })}
        />
      ) : (
        <Check
          id="join-agree"
          checked={ticked}
          onChange={setTicked}
          {...(tried && missing ? { error: '请先阅读，再勾选同意' } : {})}
        >
          我读过上面的申请书，自愿加入
        </Check>
      )}
      <FieldError flow={flow} field="consent" />
    </StepScreen>
  )
}
