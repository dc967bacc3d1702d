import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { privacyNotice } from '../../../../shared/policy/privacy'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { FactList } from '../../../components/FactList'
import { Fold } from '../../../components/Fold'
import { Notice } from '../../../components/Notice'
import { SignatureView } from '../../../components/SignaturePad'
import { go } from '../../../services/route'
import type { Problem } from '../../../services/problem'
import { agreedTo, type Step } from '../steps'
import { StepScreen, type StepProps } from '../step-screen'
import { summaryOf } from '../summary'

interface Props extends StepProps {
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly onSubmit: () => void
}

/** 核对: every answer with 修改, the consent for sensitive data beside what it is given for, then 提交. */
export function CheckStep({ flow, send, busy, problem, onSubmit }: Props) {
  const [ticked, setTicked] = useState(false)
  const [tried, setTried] = useState(false)
  const { chosen, signature } = flow.answers
  const summary = summaryOf(flow)
  const change = (step: Step, label = '修改') => ({
    action: { id: `join-edit-${step}`, label, onTap: () => send({ type: 'open', step }) },
  })
  const rows = summary.map(({ heading, text, step }, index) => ({
    heading,
    text,
    ...(summary.findIndex((row) => row.step === step) === index ? change(step) : {}),
  }))

  return (
    <StepScreen
      flow={flow}
      send={send}
      title="请核对一遍"
      hint="哪里不对，点“修改”。"
      nextLabel={flow.mending === undefined ? '提交申请' : '重新提交'}
      busy={busy}
      onNext={() => (ticked ? onSubmit() : setTried(true))}
    >
      {problem !== undefined && <Refused problem={problem} />}
      {chosen !== undefined && (
        <Card>
          <FactList
            items={[
              {
                heading: toWhom(chosen.choice.kind),
                text: chosen.handlerName,
                ...change('route'),
              },
              ...(chosen.choice.kind === 'objection' ? [{ heading: '我的说明', text: chosen.choice.sentence }] : []),
            ]}
          />
        </Card>
      )}
      <Card>
        <FactList items={rows} />
      </Card>
      <Card>
        <FactList
          items={[
            {
              heading: '申请书',
              text: agreedTo(flow.answers)?.form === 'signature' ? '已签名' : '已勾选同意',
              ...change('letter', '再看看'),
            },
          ]}
        />
        {agreedTo(flow.answers)?.form === 'signature' && signature !== undefined && (
          <SignatureView strokes={signature.strokes} />
        )}
      </Card>
      <Check
        id="join-sensitive"
        checked={ticked}
        onChange={setTicked}
        {...(tried && !ticked ? { error: '请单独勾选同意，才能提交' } : {})}
      >
        同意工会为入会和会籍管理使用我的证件号码（敏感信息，单独同意）
      </Check>
      <Fold id="join-privacy" summary="收集什么、谁能看到、存多久">
        {privacyNotice.sections.map(({ heading, text }) => (
          <View key={heading} className="join-privacy">
            <Text className="join-privacy-heading">{heading}</Text>
            <Text className="join-privacy-text">{text}</Text>
          </View>
        ))}
      </Fold>
    </StepScreen>
  )
}

function toWhom(kind: 'offered' | 'objection' | 'review'): string {
  return kind === 'offered' ? '加入的工会' : '先送到'
}

/** Refusals that no field can mend, and network trouble: nothing was lost, 提交 may be tapped again. */
function Refused({ problem }: { readonly problem: Problem }) {
  const seeProgress = { label: '看进度', onTap: () => void go('pages/progress/index') }
  const closed =
    problem.kind === 'refused' &&
    ['APPLICATION_OPEN', 'APPLICATION_CHANGED', 'APPLICATION_CLOSED', 'NOT_RETURNED'].includes(problem.code)
  return (
    <Notice
      tone="danger"
      title={problem.kind === 'refused' ? '没有提交' : '没能送出去'}
      {...(closed ? { action: seeProgress } : {})}
    >
      {problem.kind === 'refused' ? problem.message : `${problem.message}填的都还在，可以再点一次提交。`}
    </Notice>
  )
}
