import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { session } from '../../../shared/contract/session'
import { ConfirmationCode } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { codeOf } from '../../services/scan'
import { goHome, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { momentText } from '../today'
import { actText, numberOnly, outcomeText } from './texts'
import './index.scss'

type Asked = z.output<typeof session.procedures.seeConfirmation.output>
type Outcome = z.output<typeof session.procedures.answerConfirmation.output>['outcome']

/** 手机确认: what is asked, from which computer, and three numbers of which one stands there. */
export default function ConfirmPage() {
  const code = ConfirmationCode.safeParse(codeOf(useParams()))
  const asked = useAsk(session, 'seeConfirmation', code.success ? { code: code.data } : undefined)
  const [outcome, setOutcome] = useState<Outcome>()
  if (outcome !== undefined) return <Done outcome={outcome} />
  const gone = asked.problem?.kind === 'refused' && asked.problem.code === 'CONFIRMATION_GONE'
  return (
    <Screen title="手机确认" loading={asked.loading} problem={gone ? undefined : asked.problem} onRetry={asked.reload}>
      {(!code.success || gone) && (
        <Empty
          title="这个码过期了"
          note="登录码只用一分钟。请在电脑上换一个新码，再扫一次。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {code.success && asked.data !== undefined && (
        <Question code={code.data} asked={asked.data} onAnswered={setOutcome} />
      )}
    </Screen>
  )
}

interface QuestionProps {
  readonly code: ConfirmationCode
  readonly asked: Asked
  readonly onAnswered: (outcome: Outcome) => void
}

function Question({ code, asked, onAnswered }: QuestionProps) {
  const answer = useAct(session, 'answerConfirmation')
  const say = async (said: { kind: 'pick'; number: number } | { kind: 'refuse' }) => {
    const done = await answer.run({ code, answer: said })
    if (done.ok) onAnswered(done.data.outcome)
  }
  const text = actText(asked.act)
  return (
    <>
      <View className="confirm-head">
        <Text className="confirm-question">{text.question}</Text>
        {text.note !== undefined && <Text className="confirm-note">{text.note}</Text>}
      </View>
      <Card>
        <FactList
          items={[
            { heading: '哪台电脑', text: asked.where },
            { heading: '什么时候', text: momentText(asked.askedAt) },
          ]}
        />
      </Card>
      <Text className="confirm-pick">{numberOnly}</Text>
      <View className="confirm-numbers">
        {asked.choices.map((number) => (
          <SideAction
            key={number}
            id={`confirm-${number}`}
            label={String(number)}
            disabled={answer.busy}
            onTap={() => void say({ kind: 'pick', number })}
          />
        ))}
      </View>
      {answer.problem !== undefined && <Notice tone="danger">{answer.problem.message}</Notice>}
      <SideAction
        id="confirm-refuse"
        label="不是我，不同意"
        danger
        disabled={answer.busy}
        onTap={() => void say({ kind: 'refuse' })}
      />
    </>
  )
}

function Done({ outcome }: { readonly outcome: Outcome }) {
  const { title, note } = outcomeText[outcome]
  return (
    <Screen title="手机确认">
      <Empty title={title} note={note} action={{ id: 'confirm-home', label: '回首页', onTap: () => void goHome() }} />
    </Screen>
  )
}
